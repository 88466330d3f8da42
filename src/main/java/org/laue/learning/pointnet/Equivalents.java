package org.laue.learning.pointnet;

import java.util.Arrays;
import org.laue.descriptors.pointcloud.PointCloud;

/**
 * How unlike each point of a cloud those are that are most like it, in the length of g and in the
 * intensities. Symmetry makes reflections equivalent: equally long and equally strong. How many
 * there are of a kind, the multiplicity, tells the point group of the pattern, and how near the
 * next ones come tells a crystal that only nearly has more symmetry.
 *
 * @param lengths of all points that scatter
 * @param points the same, x, y, z and intensities each
 */
record Equivalents(double[] lengths, float[][] points) {
  /** Points that are looked at for each: -h -k -l, and eleven as a plane of a cube has. */
  static final int COUNT = 12;

  /** Two points that differ by less are equivalent: coordinates have seven digits. */
  private static final double EQUAL = 1e-4;

  /** Of the points of a cloud with x, y, z, intensities each. */
  static Equivalents of(float[][] points) {
    float[][] scattering = Arrays.stream(points).filter(Showing::scatters).toArray(float[][]::new);
    return new Equivalents(
        Arrays.stream(scattering).mapToDouble(Showing::length).toArray(), scattering);
  }

  /**
   * Writes {@link #COUNT} values of 0 (equivalent) to 1 (nothing alike), growing; the difference of
   * two points is that of their intensities and that of their lengths, as a share of this point's,
   * taken together, on a logarithmic scale from {@link #EQUAL} to 1.
   */
  void write(float[] point, float[] values, int at) {
    double[] nearest = new double[COUNT + 1];
    Arrays.fill(nearest, 1);
    double own = Showing.length(point);
    double unit = Math.max(own, EQUAL);
    for (int other = 0; other < lengths.length; other++) {
      double ofLength = (lengths[other] - own) / unit;
      double squared = ofLength * ofLength;
      for (int i = PointCloud.COORDINATES; i < point.length; i++) {
        double ofIntensity = (double) points[other][i] - point[i];
        squared += ofIntensity * ofIntensity;
      }
      insert(nearest, squared);
    }
    // the first is the point itself
    for (int i = 1; i <= COUNT; i++) {
      double difference = Math.max(EQUAL, Math.sqrt(nearest[i]));
      values[at + i - 1] = (float) (1 - Math.log(difference) / Math.log(EQUAL));
    }
  }

  private static void insert(double[] smallest, double value) {
    int place = smallest.length - 1;
    if (value >= smallest[place]) {
      return;
    }
    while (place > 0 && smallest[place - 1] > value) {
      smallest[place] = smallest[place - 1];
      place--;
    }
    smallest[place] = value;
  }
}
