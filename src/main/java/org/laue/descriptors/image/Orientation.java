package org.laue.descriptors.image;

/**
 * One of the six orientations of a fingerprint: scattering vectors turned about a Cartesian axis,
 * S' = M S, which is the sample turned by the transpose.
 *
 * @param axis 0, 1, 2 for x, y, z; also the channel of the image
 * @param degrees angle
 */
public record Orientation(int axis, double degrees) {
  /** The two angles whose patterns add up to a channel. */
  public static final double[] ANGLES = {-45, 45};

  /** Scattering vector [3] in the frame of the sample, 1/angstrom. */
  public double[] apply(double[] s) {
    double c = Math.cos(Math.toRadians(degrees));
    double d = Math.sin(Math.toRadians(degrees));
    return switch (axis) {
      case 0 -> new double[] {s[0], c * s[1] + d * s[2], -d * s[1] + c * s[2]};
      case 1 -> new double[] {c * s[0] + d * s[2], s[1], -d * s[0] + c * s[2]};
      case 2 -> new double[] {c * s[0] + d * s[1], -d * s[0] + c * s[1], s[2]};
      default -> throw new IllegalStateException("axis " + axis);
    };
  }
}
