package org.laue.fingerprints;

import java.util.Arrays;
import org.laue.fingerprints.QuarterDetector.Component;

/**
 * |F|^2 of each family of {@link PhaseSums} for the four signs of A and B. A cluster of one block
 * needs no more than its own sums; the amplitudes of several blocks are added in double precision
 * with the phases of their middles.
 */
final class PatternPowers {
  static final int SIGNS = 4;

  private static final double HALF_ROOT = Math.sqrt(0.5);
  private static final int ALL = PhaseSums.FAMILIES * SIGNS;

  private final QuarterDetector detector;
  private final int lanes;
  private final float[][] power;
  private final float[] real;
  private final float[] imaginary;
  private double[][] realSum;
  private double[][] imaginarySum;
  private boolean single;

  PatternPowers(QuarterDetector detector) {
    this.detector = detector;
    this.lanes = detector.lanes();
    this.power = new float[ALL][lanes];
    this.real = new float[lanes];
    this.imaginary = new float[lanes];
  }

  /** +1, +1, -1, -1 for index 0 to 3. */
  static int signA(int index) {
    return index < 2 ? 1 : -1;
  }

  /** +1, -1, +1, -1 for index 0 to 3. */
  static int signB(int index) {
    return index % 2 == 0 ? 1 : -1;
  }

  /** |F|^2 over all lanes; the signs of A and B by their index. */
  float[] power(int family, int signs) {
    return power[SIGNS * family + signs];
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

  /** Takes the sums of a block whose middle lies at (x1, x2, x3), bond lengths. */
  void addBlock(PhaseSums sums, double x1, double x2, double x3) {
    for (int family = 0; family < PhaseSums.FAMILIES; family++) {
      for (int signs = 0; signs < SIGNS; signs++) {
        sums.amplitude(family, signA(signs), signB(signs), real, imaginary);
        if (single) {
          square(power(family, signs));
        } else {
          addTurned(family, signs, x1, x2, x3);
        }
      }
    }
  }

  private void square(float[] out) {
    for (int lane = 0; lane < lanes; lane++) {
      out[lane] = real[lane] * real[lane] + imaginary[lane] * imaginary[lane];
    }
  }

  private void addTurned(int family, int signs, double x1, double x2, double x3) {
    double[] re = realSum[SIGNS * family + signs];
    double[] im = imaginarySum[SIGNS * family + signs];
    for (int lane = 0; lane < lanes; lane++) {
      double turns = turns(family, signA(signs), signB(signs), lane, x1, x2, x3);
      double phase = -2 * Math.PI * (turns - Math.rint(turns));
      double cosine = Math.cos(phase);
      double sine = Math.sin(phase);
      re[lane] += real[lane] * cosine - imaginary[lane] * sine;
      im[lane] += real[lane] * sine + imaginary[lane] * cosine;
    }
  }

  /** +-A +-B + C at a point, in turns. */
  private double turns(
      int family, int signA, int signB, int lane, double x1, double x2, double x3) {
    double x = signA * detector.exact(Component.X, lane);
    double difference = detector.exact(Component.DIFFERENCE, lane);
    double sum = detector.exact(Component.SUM, lane);
    return switch (family) {
      case 0 -> x * x1 + signB * difference * x2 + sum * x3;
      case 1 -> x * x1 + signB * sum * x2 + difference * x3;
      case 2 -> x * x2 + signB * difference * x1 + sum * x3;
      case 3 -> x * x2 + signB * sum * x1 + difference * x3;
      default ->
          x * HALF_ROOT * (x1 + x2)
              + signB * detector.exact(Component.Y, lane) * HALF_ROOT * (x2 - x1)
              + detector.exact(Component.Z, lane) * x3;
    };
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
