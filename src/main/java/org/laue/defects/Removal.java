package org.laue.defects;

import org.laue.structure.Crystal;

/** Crystals with atoms taken out. */
final class Removal {
  private Removal() {}

  /** The crystal without the named atoms; the others keep their order. */
  static Crystal without(Crystal crystal, int[] removed) {
    boolean[] gone = new boolean[crystal.atomCount()];
    for (int atom : removed) {
      gone[atom] = true;
    }
    int left = crystal.atomCount() - removed.length;
    int[] numbers = new int[left];
    double[] fractional = new double[3 * left];
    int next = 0;
    for (int atom = 0; atom < gone.length; atom++) {
      if (!gone[atom]) {
        numbers[next] = crystal.atomicNumber(atom);
        for (int axis = 0; axis < 3; axis++) {
          fractional[3 * next + axis] = crystal.fractional(atom, axis);
        }
        next++;
      }
    }
    return Crystal.of(crystal.lattice(), numbers, fractional);
  }
}
