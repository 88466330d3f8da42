package org.laue.symmetry.operations;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Tests whether x' = W x + w maps all atoms on atoms of their species. Atoms that refused a
 * candidate move to the front of the order, since they are likely to refuse the next one too.
 */
public final class AtomMapping {
  /** The answer of a candidate that some atom refuses. */
  static final double REFUSED = Double.POSITIVE_INFINITY;

  private final PeriodicAtoms atoms;
  private final PeriodicGrid grid;
  private final int[] order;

  /** Squares of the distances of the mapping tested last, and their sums over those that passed. */
  private final double[] squared;

  private final double[] squaredSum;

  /** Of the mapping tested last. */
  private final int[] partners;

  private int passed;
  private double limit = REFUSED;

  public AtomMapping(PeriodicAtoms atoms, PeriodicGrid grid) {
    this.atoms = atoms;
    this.grid = grid;
    this.order = new int[atoms.count()];
    this.squared = new double[order.length];
    this.squaredSum = new double[order.length];
    this.partners = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** Tests the atoms in this order from now on. */
  void testInOrder(int[] atomOrder) {
    System.arraycopy(atomOrder, 0, order, 0, order.length);
  }

  /**
   * Square of the largest distance (square angstrom) between an image and its partner, or {@link
   * #REFUSED} as soon as one atom has no partner.
   */
  public double largestMiss(int[] w, double tx, double ty, double tz) {
    return largestMiss(w, tx, ty, tz, null);
  }

  /**
   * The same for a mapping whose partners are foreseen.
   *
   * @param expected an atom for each atom, or null; where it is no partner, one is searched for
   */
  double largestMiss(int[] w, double tx, double ty, double tz, int[] expected) {
    double[] f = atoms.fractional;
    // In doubles once, not once for each atom.
    double[] r = new double[9];
    for (int i = 0; i < 9; i++) {
      r[i] = w[i];
    }
    grid.beginMapping();
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      int atom = order[i];
      double x = f[3 * atom];
      double y = f[3 * atom + 1];
      double z = f[3 * atom + 2];
      int partner =
          grid.partner(
              r[0] * x + r[1] * y + r[2] * z + tx,
              r[3] * x + r[4] * y + r[5] * z + ty,
              r[6] * x + r[7] * y + r[8] * z + tz,
              atoms.species[atom],
              expected == null ? -1 : expected[atom]);
      if (partner < 0 || grid.squaredDistance() >= limit) {
        order[i] = order[i / 2];
        order[i / 2] = atom;
        return REFUSED;
      }
      partners[atom] = partner;
      squared[atom] = grid.squaredDistance();
      largest = Math.max(largest, squared[atom]);
    }
    for (int i = 0; i < order.length; i++) {
      squaredSum[i] += squared[i];
    }
    passed++;
    return largest;
  }

  /** The partners of all atoms in the mapping tested last, if it passed; not to be written. */
  int[] partners() {
    return partners;
  }

  /** Refuses partners at this distance or farther from now on, square angstrom. */
  void refuseFrom(double squaredDistance) {
    limit = squaredDistance;
  }

  /** How many mappings passed. */
  int passed() {
    return passed;
  }

  /** Atoms from the one that lay farthest from its partners to the one that lay nearest. */
  int[] farthestFirst() {
    return IntStream.range(0, order.length)
        .boxed()
        .sorted(Comparator.comparingDouble(atom -> -squaredSum[atom]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** For each atom the one it is translated on, for a translation that was found to map all. */
  int[] permutation(double tx, double ty, double tz) {
    double[] f = atoms.fractional;
    int[] image = new int[order.length];
    grid.beginMapping();
    for (int atom : order) {
      image[atom] =
          grid.partner(
              f[3 * atom] + tx, f[3 * atom + 1] + ty, f[3 * atom + 2] + tz, atoms.species[atom]);
    }
    return image;
  }
}
