package org.laue.symmetry.operations;

import org.laue.symmetry.lattice.SymmetryException;

/** Atoms of one species closer than symprec: no operation can tell them apart. */
final class IndistinctAtoms {
  private IndistinctAtoms() {}

  static void refuse(PeriodicAtoms atoms, PeriodicGrid grid, double symprec) {
    double[] f = atoms.fractional;
    for (int atom = 0; atom < atoms.count(); atom++) {
      int species = atoms.species[atom];
      grid.beginMapping();
      int first = grid.partner(f[3 * atom], f[3 * atom + 1], f[3 * atom + 2], species);
      int second = grid.partner(f[3 * atom], f[3 * atom + 1], f[3 * atom + 2], species);
      if (second >= 0) {
        int other = first == atom ? second : first;
        throw new SymmetryException(
            String.format(
                java.util.Locale.ROOT,
                "Atoms %d and %d are of one species and closer than symprec %s A (%.6f A apart);"
                    + " remove one or lower symprec",
                Math.min(atom, other) + 1,
                Math.max(atom, other) + 1,
                symprec,
                Math.sqrt(grid.squaredDistance())));
      }
    }
  }
}
