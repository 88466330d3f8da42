package org.laue.bench;

import java.util.ArrayList;
import java.util.List;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Crystals of {@value #ATOMS} atoms of three elements in a cube, without symmetry. */
final class BenchCrystals {
  static final int ATOMS = 20;

  private static final int ELEMENTS = 3;

  /** Cubic angstrom; of the Materials Project's crystals about the median. */
  private static final double VOLUME_PER_ATOM = 17;

  /** No atom is nearer to another, angstrom. */
  private static final double LEAST_DISTANCE = 1.8;

  private BenchCrystals() {}

  /** The same ones in each call. */
  static List<Crystal> some(int count) {
    StableRandom random = new StableRandom(7);
    List<Crystal> crystals = new ArrayList<>();
    while (crystals.size() < count) {
      crystals.add(crystal(random));
    }
    return crystals;
  }

  private static Crystal crystal(StableRandom random) {
    double edge = Math.cbrt(ATOMS * VOLUME_PER_ATOM);
    int[] elements = random.sample(94, ELEMENTS);
    int[] numbers = new int[ATOMS];
    double[] fractional = new double[3 * ATOMS];
    for (int atom = 0; atom < ATOMS; ) {
      for (int axis = 0; axis < 3; axis++) {
        fractional[3 * atom + axis] = random.nextDouble();
      }
      numbers[atom] = 1 + elements[atom % ELEMENTS];
      atom += isFree(fractional, atom, edge) ? 1 : 0;
    }
    return Crystal.of(Lattice.ofParameters(edge, edge, edge, 90, 90, 90), numbers, fractional);
  }

  private static boolean isFree(double[] fractional, int atom, double edge) {
    for (int other = 0; other < atom; other++) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double apart = fractional[3 * atom + axis] - fractional[3 * other + axis];
        apart -= Math.rint(apart);
        square += edge * edge * apart * apart;
      }
      if (square < LEAST_DISTANCE * LEAST_DISTANCE) {
        return false;
      }
    }
    return true;
  }
}
