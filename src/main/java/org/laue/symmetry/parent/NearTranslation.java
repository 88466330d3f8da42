package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.structure.Matrix3;

/**
 * A translation by which the mean sites of a parent nearly repeat. Where whole sublattices are a
 * little off their places (the two of a bcc crystal by 0.15 angstrom along its diagonal), the
 * parent's cell is larger and its space group another than those of the crystal that a user has in
 * mind, though each atom is hardly farther off than by heat. Only elements are looked at: among
 * compounds such superstructures are crystals of their own.
 *
 * @param missAngstrom farthest that a site is from where the translation takes another, when the
 *     translation is the best one
 */
public record NearTranslation(double missAngstrom) {
  /**
   * Smaller misses are near, in edges of the cube that a site has to itself. Each of two sites is
   * off by half of it, 4 percent: a displacement as atoms have by heat well below melting.
   * Sublattices that are off by a distortion that has a name are farther: 0.12 in bismuth, the
   * least of the arsenic type.
   */
  private static final double NEAR = 0.08;

  /** The nearest there is; empty where none is near, or there are several elements. */
  public static Optional<NearTranslation> of(ParentLattice parent) {
    Crystal cell = parent.cell();
    boolean mixed = parent.substituted() > 0;
    if (mixed || Arrays.stream(cell.atomicNumbers()).distinct().count() > 1) {
      return Optional.empty();
    }
    double limit = NEAR * Math.cbrt(cell.lattice().volume() / cell.atomCount());
    double least = Double.POSITIVE_INFINITY;
    for (int site = 1; site < cell.atomCount(); site++) {
      least = Math.min(least, miss(cell, difference(cell, site, 0, new double[3]), limit));
    }
    return least <= limit ? Optional.of(new NearTranslation(least)) : Optional.empty();
  }

  /** Of the translation that is nearest to one from the first site, infinite where none is near. */
  private static double miss(Crystal cell, double[] translation, double limit) {
    int count = cell.atomCount();
    double[][] misses = new double[count][];
    double[] mean = new double[3];
    for (int site = 0; site < count; site++) {
      misses[site] = nearest(cell, site, translation);
      // The first site is exactly met, so that the others may be off by twice as much.
      if (Math.sqrt(Matrix3.dot(misses[site], misses[site])) > 2 * limit) {
        return Double.POSITIVE_INFINITY;
      }
      for (int i = 0; i < 3; i++) {
        mean[i] += misses[site][i] / count;
      }
    }
    double farthest = 0;
    for (double[] miss : misses) {
      double[] d = {miss[0] - mean[0], miss[1] - mean[1], miss[2] - mean[2]};
      farthest = Math.max(farthest, Math.sqrt(Matrix3.dot(d, d)));
    }
    return farthest;
  }

  /** From the nearest site to where the translation takes one, Cartesian. */
  private static double[] nearest(Crystal cell, int site, double[] translation) {
    double[] best = null;
    for (int other = 0; other < cell.atomCount(); other++) {
      double[] d = cell.lattice().toCartesian(difference(cell, site, other, translation));
      best = best == null || Matrix3.dot(d, d) < Matrix3.dot(best, best) ? d : best;
    }
    return best;
  }

  /** Fractional, the image with components of at most a half. */
  private static double[] difference(Crystal cell, int site, int other, double[] added) {
    double[] d = new double[3];
    for (int i = 0; i < 3; i++) {
      double whole = cell.fractional(site, i) + added[i] - cell.fractional(other, i);
      d[i] = whole - Math.rint(whole);
    }
    return d;
  }
}
