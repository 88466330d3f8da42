package org.laue.structure;

import org.laue.UserException;

/** What holds for every set of atoms. */
final class AtomChecks {
  private AtomChecks() {}

  static void check(int[] atomicNumbers, double[] coordinates) {
    if (atomicNumbers.length == 0) {
      throw new UserException("A structure needs at least one atom");
    }
    if (coordinates.length != 3L * atomicNumbers.length) {
      throw new UserException(
          atomicNumbers.length + " atoms need 3 coordinates each, were " + coordinates.length);
    }
    for (int i = 0; i < coordinates.length; i++) {
      if (!Double.isFinite(coordinates[i])) {
        throw new UserException(
            "Coordinate "
                + "xyz".charAt(i % 3)
                + " of atom "
                + (i / 3 + 1)
                + " is "
                + coordinates[i]);
      }
    }
    for (int z : atomicNumbers) {
      Element.of(z);
    }
  }
}
