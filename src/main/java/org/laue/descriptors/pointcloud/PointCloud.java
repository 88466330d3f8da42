package org.laue.descriptors.pointcloud;

import java.util.Arrays;

/**
 * Reciprocal-lattice points of a crystal with their intensities: float32 [N][4], rows x, y, z, i.
 * Coordinates are g in units of the generation's length (5 1/angstrom, or 2/1.54184 1/angstrom), in
 * the axes of the standard cell; i is the scaled logarithm of the intensity. Without an order that
 * means anything and without an orientation: training shuffles and turns it.
 */
public final class PointCloud {
  /** Values of a point. */
  public static final int WIDTH = 4;

  private final float[] values;
  private final int[] miller;
  private final int scattering;

  /**
   * @param values [4 N], point by point
   * @param miller [3 N], h k l of each point; 0 0 0 for points that pad
   * @param scattering how many do not pad
   */
  PointCloud(float[] values, int[] miller, int scattering) {
    this.values = values;
    this.miller = miller;
    this.scattering = scattering;
  }

  /** Points that are some of the lattice; they come first, those that pad the cloud follow. */
  public int scattering() {
    return scattering;
  }

  public int size() {
    return values.length / WIDTH;
  }

  /** [4 N], point by point. */
  public float[] values() {
    return values.clone();
  }

  /** [3 N], point by point. */
  public int[] miller() {
    return miller.clone();
  }

  public float x(int point) {
    return values[WIDTH * point];
  }

  public float y(int point) {
    return values[WIDTH * point + 1];
  }

  public float z(int point) {
    return values[WIDTH * point + 2];
  }

  /** Scaled intensity. */
  public float intensity(int point) {
    return values[WIDTH * point + 3];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointCloud cloud
        && Arrays.equals(values, cloud.values)
        && Arrays.equals(miller, cloud.miller);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
