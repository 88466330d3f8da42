package org.laue.symmetry;

import java.util.Arrays;
import org.laue.structure.Crystal;

/** Which atoms the operations found map on each other. */
final class EquivalentAtoms {
  private EquivalentAtoms() {}

  /** For each atom of the given crystal the lowest-numbered equivalent one. */
  static int[] of(Crystal crystal, SymmetrySearch.Result result) {
    int[] primitive = ofPrimitive(result);
    int[] map = result.cell().atomMap();
    int[] first = new int[primitive.length];
    Arrays.fill(first, -1);
    int[] equivalent = new int[crystal.atomCount()];
    for (int atom = 0; atom < equivalent.length; atom++) {
      int orbit = primitive[map[atom]];
      if (first[orbit] < 0) {
        first[orbit] = atom;
      }
      equivalent[atom] = first[orbit];
    }
    return equivalent;
  }

  private static int[] ofPrimitive(SymmetrySearch.Result result) {
    PeriodicAtoms atoms = PeriodicAtoms.of(result.cell().crystal());
    PeriodicGrid grid =
        new PeriodicGrid(
            atoms.lattice,
            atoms.fractional,
            atoms.species,
            result.tolerance().symprec(),
            new SearchBudget());
    int[] equivalent = new int[atoms.count()];
    for (int atom = 0; atom < equivalent.length; atom++) {
      equivalent[atom] = atom;
      for (SymmetryOperation operation : result.operations()) {
        int partner = partner(atoms, grid, operation, atom);
        if (partner >= 0 && partner < atom) {
          equivalent[atom] = Math.min(equivalent[atom], equivalent[partner]);
        }
      }
    }
    return equivalent;
  }

  private static int partner(
      PeriodicAtoms atoms, PeriodicGrid grid, SymmetryOperation operation, int atom) {
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = operation.t(i);
      for (int j = 0; j < 3; j++) {
        x[i] += operation.w(i, j) * atoms.fractional[3 * atom + j];
      }
    }
    grid.beginMapping();
    return grid.partner(x[0], x[1], x[2], atoms.species[atom]);
  }
}
