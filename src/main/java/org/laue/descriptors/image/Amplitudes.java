package org.laue.descriptors.image;

import java.util.Arrays;
import org.laue.descriptors.image.QuarterDetector.Component;

/**
 * F of every family for both signs of A and of B, summed over the elements of a block. Arrays hold
 * the lanes for +B first, then those for -B ({@link QuarterDetector#bothSigns()}).
 */
final class Amplitudes {
  /** Buffers taken. */
  static final int BUFFERS = 4 * Family.ALL.length;

  private final int lanes;
  private final float[][] real;
  private final float[][] imaginary;

  Amplitudes(Phases.Buffers buffers, int lanes) {
    this.lanes = lanes;
    this.real = buffers.take(BUFFERS / 2);
    this.imaginary = buffers.take(BUFFERS / 2);
  }

  void clear() {
    Phases.clear(real);
    Phases.clear(imaginary);
  }

  /**
   * Adds the sums over the atoms of one element.
   *
   * @param weight form factor
   * @param sums real and imaginary part
   */
  void add(Family family, int signA, float[] weight, float[][] sums) {
    int index = index(family, signA);
    Phases.addWeighted(weight, sums[0], real[index], lanes);
    Phases.addWeighted(weight, sums[1], imaginary[index], lanes);
  }

  float[] real(Family family, int signA) {
    return real[index(family, signA)];
  }

  float[] imaginary(Family family, int signA) {
    return imaginary[index(family, signA)];
  }

  static int index(Family family, int signA) {
    return 2 * family.ordinal() + (signA > 0 ? 0 : 1);
  }

  /**
   * |F|^2 of each family for the four signs of A and B. A cluster of one block needs no more than
   * its own amplitudes; those of several blocks are added in double precision with the phases of
   * their middles.
   */
  static final class Powers {
    private static final int ALL = 2 * Family.ALL.length;

    private final QuarterDetector detector;
    private final int lanes;
    private final float[][] power;
    private double[][] realSum;
    private double[][] imaginarySum;
    private boolean single;

    Powers(QuarterDetector detector) {
      this.detector = detector;
      this.lanes = detector.bothSigns();
      this.power = new float[ALL][lanes];
    }

    /** |F|^2 over the lanes for +B, then those for -B. */
    float[] power(Family family, int signA) {
      return power[Amplitudes.index(family, signA)];
    }

    void begin(boolean singleBlock) {
      single = singleBlock;
      if (!single) {
        realSum = cleared(realSum);
        imaginarySum = cleared(imaginarySum);
      }
    }

    private double[][] cleared(double[][] sums) {
      if (sums == null) {
        return new double[ALL][lanes];
      }
      for (double[] sum : sums) {
        Arrays.fill(sum, 0);
      }
      return sums;
    }

    /** Takes the amplitudes of a block whose middle lies at (x1, x2, x3), bond lengths. */
    void addBlock(Amplitudes amplitudes, double x1, double x2, double x3) {
      for (Family family : Family.ALL) {
        for (int signA = 1; signA >= -1; signA -= 2) {
          float[] real = amplitudes.real(family, signA);
          float[] imaginary = amplitudes.imaginary(family, signA);
          if (single) {
            square(real, imaginary, power(family, signA));
          } else {
            double a = signA * family.a(x1, x2);
            addTurned(family, signA, a, family.b(x1, x2), x3, real, imaginary);
          }
        }
      }
    }

    private void square(float[] real, float[] imaginary, float[] out) {
      for (int lane = 0; lane < lanes; lane++) {
        out[lane] = real[lane] * real[lane] + imaginary[lane] * imaginary[lane];
      }
    }

    private void addTurned(
        Family family, int signA, double a, double b, double c, float[] real, float[] imaginary) {
      double[] re = realSum[Amplitudes.index(family, signA)];
      double[] im = imaginarySum[Amplitudes.index(family, signA)];
      for (int pixel = 0; pixel < detector.pixels(); pixel++) {
        double ac =
            a * detector.exact(Component.X, pixel) + c * detector.exact(family.componentC(), pixel);
        double phaseB = b * detector.exact(family.componentB(), pixel);
        addTurned(ac + phaseB, pixel, real, imaginary, re, im);
        addTurned(ac - phaseB, detector.lanes() + pixel, real, imaginary, re, im);
      }
    }

    private static void addTurned(
        double turns, int lane, float[] real, float[] imaginary, double[] re, double[] im) {
      double phase = -2 * Math.PI * (turns - Math.rint(turns));
      double cosine = Math.cos(phase);
      double sine = Math.sin(phase);
      re[lane] += real[lane] * cosine - imaginary[lane] * sine;
      im[lane] += real[lane] * sine + imaginary[lane] * cosine;
    }

    void end() {
      if (single) {
        return;
      }
      for (int i = 0; i < ALL; i++) {
        for (int lane = 0; lane < lanes; lane++) {
          double re = realSum[i][lane];
          double im = imaginarySum[i][lane];
          power[i][lane] = (float) (re * re + im * im);
        }
      }
    }
  }
}
