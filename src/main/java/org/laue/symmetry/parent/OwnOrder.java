package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.Tolerance;

/**
 * What a crystal's own space group leaves to be written down.
 *
 * @param orbits of its atoms
 * @param coordinates that are free in these
 */
record OwnOrder(Crystal crystal, SymmetryDataset group, int orbits, int coordinates) {

  /** Empty where no two atoms are equal within the tolerance, in angstrom. */
  static Optional<OwnOrder> within(double symprec, Crystal crystal) {
    try {
      SymmetryDataset group = SymmetryFinder.symmetry(crystal, new Tolerance(symprec, -1));
      int[] free = group.freeCoordinates();
      int[] orbits = Arrays.stream(group.equivalentAtoms()).distinct().toArray();
      int coordinates = Arrays.stream(orbits).map(orbit -> free[orbit]).sum();
      return Optional.of(new OwnOrder(crystal, group, orbits.length, coordinates))
          .filter(own -> own.orbits < crystal.atomCount());
    } catch (SymmetryException none) {
      return Optional.empty();
    }
  }

  /** Primitive cells. */
  int cells() {
    return crystal.atomCount() / group.primitiveCell().atomCount();
  }

  /** Atoms whose places the group does not tell. */
  double independent() {
    return coordinates / 3.0;
  }

  double nats(double bond) {
    return DescriptionLength.ofOrbits(crystal, orbits, coordinates, bond);
  }
}
