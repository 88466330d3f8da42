package org.laue.learning.pointnet;

import org.laue.descriptors.pointcloud.PointCloud;

/**
 * What a powder of the crystal would show of the points of a cloud: how strong reflections of each
 * length of g are and how many there are. The largest over the points, all that the network keeps
 * of them, cannot tell a mean.
 *
 * @param values first the mean intensities about each of {@link #LENGTHS} lengths, one radiation
 *     after the other, then the number of reflections there, logarithmically
 */
record PowderPattern(float[] values) {
  /** Lengths of g that are looked at, from 0 in equal steps. */
  static final int LENGTHS = 24;

  /** 1/angstrom. */
  private static final double STEP = 0.05;

  /** Standard deviation of the Gaussian about each, 1/angstrom. */
  private static final double WIDTH = 0.03;

  /** Reflections about a length below which the mean goes to zero. */
  private static final double FEW = 0.1;

  /** So that the numbers are about one. */
  private static final double LOGARITHM = 3;

  /**
   * @param intensities of a point
   */
  static int width(int intensities) {
    return (intensities + 1) * LENGTHS;
  }

  /**
   * @param points x, y, z, intensities each
   * @param unit of the coordinates, 1/angstrom
   */
  static PowderPattern of(float[][] points, double unit) {
    double[] reflections = new double[LENGTHS];
    int radiations = points[0].length - PointCloud.COORDINATES;
    double[][] intensities = new double[radiations][LENGTHS];
    for (float[] point : points) {
      if (Showing.scatters(point)) {
        double length = unit * Showing.length(point);
        for (int i = 0; i < LENGTHS; i++) {
          double off = (length - i * STEP) / WIDTH;
          double share = Math.exp(-0.5 * off * off);
          reflections[i] += share;
          for (int r = 0; r < radiations; r++) {
            intensities[r][i] += share * point[PointCloud.COORDINATES + r];
          }
        }
      }
    }
    float[] values = new float[width(radiations)];
    for (int i = 0; i < LENGTHS; i++) {
      for (int r = 0; r < radiations; r++) {
        values[r * LENGTHS + i] = (float) (intensities[r][i] / (reflections[i] + FEW));
      }
      values[radiations * LENGTHS + i] = (float) (Math.log1p(reflections[i]) / LOGARITHM);
    }
    return new PowderPattern(values);
  }
}
