package org.laue.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.RandomRotation;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.Tolerance;

/** One crystal given in other ways. */
final class SameCrystals {
  /** So tight that no atom is moved by more than files round; angstrom. */
  private static final Tolerance EXACT = Tolerance.of(1e-4);

  private SameCrystals() {}

  /** By what was done to it; without the standard cells where no symmetry is found. */
  static Map<String, Crystal> of(Crystal crystal, StableRandom random) {
    Map<String, Crystal> same = new LinkedHashMap<>();
    same.put("rotated", rotated(crystal, random));
    same.put("translated", translated(crystal, random));
    same.put("atoms in another order", reordered(crystal, random));
    try {
      SymmetryDataset symmetry = SymmetryFinder.symmetry(crystal, EXACT);
      same.put("primitive cell", symmetry.standardPrimitiveCell(false));
      same.put("conventional cell", symmetry.standardCell(false));
    } catch (SymmetryException none) {
      // Only known of those that have one.
    }
    same.put("supercell 2 x 1 x 2", crystal.supercell(2, 1, 2));
    return same;
  }

  private static Crystal rotated(Crystal crystal, StableRandom random) {
    // A row of a product by the transpose is the rotation of the row.
    double[] turn = Matrix3.transposed(RandomRotation.draw(random));
    double[] rows = Matrix3.multiply(crystal.lattice().rows(), turn);
    return Crystal.of(Lattice.ofRows(rows), crystal.atomicNumbers(), crystal.fractional());
  }

  private static Crystal translated(Crystal crystal, StableRandom random) {
    double[] shift = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    double[] fractional = crystal.fractional();
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] += shift[i % 3];
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), fractional);
  }

  private static Crystal reordered(Crystal crystal, StableRandom random) {
    int[] order = random.sample(crystal.atomCount(), crystal.atomCount());
    int[] elements = new int[order.length];
    double[] fractional = new double[3 * order.length];
    for (int i = 0; i < order.length; i++) {
      elements[i] = crystal.atomicNumber(order[i]);
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * i + axis] = crystal.fractional(order[i], axis);
      }
    }
    return Crystal.of(crystal.lattice(), elements, fractional);
  }
}
