package org.laue.symmetry.parent;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** The typical distance of nearest neighbours, blind to vacancies and a few interstitials. */
final class BondLengths {
  private static final int SAMPLE = 200;

  private BondLengths() {}

  /**
   * Median over at most {@value #SAMPLE} atoms of the distance to the nearest other atom or
   * periodic image, angstrom.
   *
   * @param crystal in a reduced basis
   */
  static double median(Crystal crystal) {
    int count = crystal.atomCount();
    int sample = Math.min(count, SAMPLE);
    double[] fractional = crystal.fractional();
    double[] nearest = new double[sample];
    for (int i = 0; i < sample; i++) {
      int atom = (int) ((long) i * count / sample);
      nearest[i] = Math.sqrt(nearestSquared(crystal.lattice(), fractional, atom));
    }
    Arrays.sort(nearest);
    return nearest[sample / 2];
  }

  private static double nearestSquared(Lattice lattice, double[] fractional, int atom) {
    double nearest = Double.POSITIVE_INFINITY;
    int images = fractional.length > 3 * SAMPLE ? 0 : 1;
    double[] rows = lattice.rows();
    double[] d = new double[3];
    for (int other = 0; other < fractional.length / 3; other++) {
      for (int i = 0; i < 3; i++) {
        double difference = fractional[3 * other + i] - fractional[3 * atom + i];
        d[i] = difference - Math.rint(difference);
      }
      nearest = Math.min(nearest, shortestImage(d, rows, images, other == atom));
    }
    return nearest;
  }

  private static double shortestImage(double[] d, double[] rows, int images, boolean itself) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = -images; i <= images; i++) {
      for (int j = -images; j <= images; j++) {
        for (int k = -images; k <= images; k++) {
          double squared = squaredLength(d[0] + i, d[1] + j, d[2] + k, rows);
          if (!itself || squared > 1e-6) {
            shortest = Math.min(shortest, squared);
          }
        }
      }
    }
    return shortest;
  }

  static double squaredLength(double u, double v, double w, double[] rows) {
    double x = u * rows[0] + v * rows[3] + w * rows[6];
    double y = u * rows[1] + v * rows[4] + w * rows[7];
    double z = u * rows[2] + v * rows[5] + w * rows[8];
    return x * x + y * y + z * z;
  }
}
