package org.laue.symmetry.lattice;

import java.util.Locale;
import org.laue.UserException;

/** The seven crystal systems, by space-group number of the International Tables. */
public enum CrystalSystem {
  TRICLINIC(2),
  MONOCLINIC(15),
  ORTHORHOMBIC(74),
  TETRAGONAL(142),
  TRIGONAL(167),
  HEXAGONAL(194),
  CUBIC(230);

  private final int lastSpaceGroup;

  CrystalSystem(int lastSpaceGroup) {
    this.lastSpaceGroup = lastSpaceGroup;
  }

  /** Lower-case name, for instance {@code trigonal}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CrystalSystem ofSpaceGroup(int number) {
    if (number >= 1) {
      for (CrystalSystem system : values()) {
        if (number <= system.lastSpaceGroup) {
          return system;
        }
      }
    }
    throw new UserException("Space-group number must be 1 to 230, was " + number);
  }
}
