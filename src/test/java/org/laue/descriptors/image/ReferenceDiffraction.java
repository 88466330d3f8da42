package org.laue.descriptors.image;

/**
 * Kinematic diffraction of a finite cluster by direct summation in double precision, one atom and
 * one pixel at a time: {@code I = r_e^2 Omega I0 |F|^2}, {@code F(S') = sum_j f_j(|S|) exp(-2 pi i
 * S'.x_j)}. Slow and plain; {@link Diffraction} is held to it by tests.
 */
public final class ReferenceDiffraction {
  private final Detector detector;

  public ReferenceDiffraction(Detector detector) {
    this.detector = detector;
  }

  /**
   * Three channels without mask, each the sum of its two orientations.
   *
   * @param atomicNumbers true atomic numbers [N], at most {@link FormFactors#MAX_ATOMIC_NUMBER}
   * @param scaled positions [3 N] in bond lengths
   * @return photons per pixel, [3][row][column] in one array
   */
  public double[] channels(int[] atomicNumbers, double[] scaled) {
    int area = detector.pixels() * detector.pixels();
    double[] channels = new double[3 * area];
    for (int axis = 0; axis < 3; axis++) {
      for (double degrees : Orientation.ANGLES) {
        double[] pattern = pattern(new Orientation(axis, degrees), atomicNumbers, scaled);
        for (int i = 0; i < area; i++) {
          channels[axis * area + i] += pattern[i];
        }
      }
    }
    return channels;
  }

  /** Photons per pixel of one orientation, [row][column] in one array, no mask. */
  public double[] pattern(Orientation orientation, int[] atomicNumbers, double[] scaled) {
    int n = detector.pixels();
    double[] pattern = new double[n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double x = detector.offset(column);
        double y = detector.offset(row);
        double[] s = Detector.scatteringVector(x, y);
        double q = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        pattern[row * n + column] =
            Detector.photonsPerUnit(x, y)
                * squaredAmplitude(orientation.apply(s), q, atomicNumbers, scaled);
      }
    }
    return pattern;
  }

  private static double squaredAmplitude(double[] s, double q, int[] numbers, double[] scaled) {
    double[] formFactors = new double[FormFactors.MAX_ATOMIC_NUMBER + 1];
    double real = 0;
    double imaginary = 0;
    for (int atom = 0; atom < numbers.length; atom++) {
      int z = numbers[atom];
      if (formFactors[z] == 0) {
        formFactors[z] = FormFactors.shifted(z, q);
      }
      double turns =
          s[0] * scaled[3 * atom] + s[1] * scaled[3 * atom + 1] + s[2] * scaled[3 * atom + 2];
      double phase = -2 * Math.PI * turns;
      real += formFactors[z] * Math.cos(phase);
      imaginary += formFactors[z] * Math.sin(phase);
    }
    return real * real + imaginary * imaginary;
  }

  /**
   * One of the six orientations of a fingerprint: scattering vectors turned about a Cartesian axis,
   * S' = M S, which is the sample turned by the transpose.
   *
   * @param axis 0, 1, 2 for x, y, z; also the channel of the image
   * @param degrees angle
   */
  public record Orientation(int axis, double degrees) {
    /** The two angles whose patterns add up to a channel. */
    @SuppressWarnings("MutablePublicArray")
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
}
