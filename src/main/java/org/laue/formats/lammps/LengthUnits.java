package org.laue.formats.lammps;

import java.util.Map;
import org.laue.UserException;
import org.laue.formats.io.LineSource;

/** Lengths of LAMMPS' unit styles in angstrom. */
final class LengthUnits {
  private static final Map<String, Double> ANGSTROM =
      Map.of(
          "metal",
          1.0,
          "real",
          1.0,
          "lj",
          1.0,
          "electron",
          0.529177210903,
          "nano",
          10.0,
          "micro",
          1e4,
          "si",
          1e10,
          "cgs",
          1e8);

  private LengthUnits() {}

  /**
   * @param style as in {@code units metal}; lengths of {@code lj} have no unit and stay as they are
   */
  static double angstrom(String style) {
    Double factor = ANGSTROM.get(style);
    if (factor == null) {
      throw new UserException(
          "Units must be one of "
              + ANGSTROM.keySet().stream().sorted().toList()
              + ", was "
              + LineSource.shown(style));
    }
    return factor;
  }
}
