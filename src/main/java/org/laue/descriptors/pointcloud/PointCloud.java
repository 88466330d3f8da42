package org.laue.descriptors.pointcloud;

import java.util.Arrays;

/**
 * Reciprocal-lattice points of a crystal with their intensities: float32 [N][width], rows x, y, z
 * and the scaled intensities, one for each radiation of the probe (width 4, joint 5). Coordinates
 * are g in units of the generation's length (5 1/angstrom, or 2/1.54184 1/angstrom), in the axes of
 * the standard cell; intensities are scaled logarithms. Without an order that means anything and
 * without an orientation: training shuffles and turns it.
 */
public final class PointCloud {
  /** Of a point: x, y, z. */
  public static final int COORDINATES = 3;

  private final float[] values;
  private final int width;
  private final int[] miller;
  private final int scattering;

  /**
   * @param values [width N], point by point
   * @param width values of a point
   * @param miller [3 N], h k l of each point; 0 0 0 for points that pad
   * @param scattering how many do not pad
   */
  PointCloud(float[] values, int width, int[] miller, int scattering) {
    this.values = values;
    this.width = width;
    this.miller = miller;
    this.scattering = scattering;
  }

  /** Points that are some of the lattice; they come first, those that pad the cloud follow. */
  public int scattering() {
    return scattering;
  }

  public int size() {
    return values.length / width;
  }

  /** Values of a point: three coordinates and its intensities. */
  public int width() {
    return width;
  }

  /** [width N], point by point. */
  public float[] values() {
    return values.clone();
  }

  /** [3 N], point by point. */
  public int[] miller() {
    return miller.clone();
  }

  public float x(int point) {
    return values[width * point];
  }

  public float y(int point) {
    return values[width * point + 1];
  }

  public float z(int point) {
    return values[width * point + 2];
  }

  /** Scaled intensity, of the first radiation. */
  public float intensity(int point) {
    return intensity(point, 0);
  }

  /**
   * Scaled intensity.
   *
   * @param radiation its place in the probe
   */
  public float intensity(int point, int radiation) {
    return values[width * point + COORDINATES + radiation];
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
