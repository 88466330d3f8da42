package org.laue.formats.lammps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.formats.io.Numbers;

/** Styles of atoms of a data file: where the type and the first coordinate stand. */
enum DataStyle {
  ATOMIC(1, 2, 5),
  CHARGE(1, 3, 6),
  MOLECULAR(2, 3, 6),
  BOND(2, 3, 6),
  ANGLE(2, 3, 6),
  FULL(2, 4, 7),
  SPHERE(1, 4, 7),
  DIPOLE(1, 3, 9);

  private final int type;
  private final int position;
  private final int columns;

  DataStyle(int type, int position, int columns) {
    this.type = type;
    this.position = position;
    this.columns = columns;
  }

  int type() {
    return type;
  }

  int position() {
    return position;
  }

  int columns() {
    return columns;
  }

  /**
   * The style of a section: as the comment behind {@code Atoms} names it, else as the first atom
   * looks, with three image flags behind it or without.
   *
   * @param hint the comment, or empty
   */
  static DataStyle of(String hint, List<String> atom) {
    Optional<DataStyle> named =
        Arrays.stream(values()).filter(style -> style.name().equalsIgnoreCase(hint)).findFirst();
    if (named.isPresent() || !hint.isEmpty()) {
      return named.orElseThrow(
          () ->
              new UserException(
                  "Style of atoms must be one of "
                      + Arrays.toString(values()).toLowerCase(java.util.Locale.ROOT)
                      + ", was "
                      + LineSource.shown(hint)));
    }
    return switch (atom.size()) {
      case 5, 8 -> ATOMIC;
      case 6, 9 -> Numbers.isCount(atom.get(2)) ? MOLECULAR : CHARGE;
      case 7, 10 -> FULL;
      default ->
          throw new UserException(
              "Cannot tell the style of atoms of "
                  + atom.size()
                  + " columns; write it behind the header, as in 'Atoms # atomic'");
    };
  }
}
