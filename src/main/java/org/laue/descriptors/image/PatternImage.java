package org.laue.descriptors.image;

import java.util.Arrays;

/**
 * Puts the powers of a quarter detector at their pixels.
 *
 * <p>With s, t the signs of X and Y, a pixel of channel x gets |F|^2 of X_DIFFERENCE with signs (s,
 * t), one of the two angles, and of X_SUM with signs (-s, -t), the other. Channel y is the same
 * with rows and columns exchanged. In channel z the pattern at +45 degrees is that at -45 turned by
 * 90 degrees in the plane of the detector.
 */
final class PatternImage {
  private final QuarterDetector quarter;
  private final int n;

  /** Photons for |F| = 1, [row][column]; the simulator's solid angle is not quite symmetric. */
  private final double[] photonsPerUnit;

  PatternImage(Detector detector, QuarterDetector quarter) {
    this.quarter = quarter;
    this.n = detector.pixels();
    this.photonsPerUnit = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      photonsPerUnit[i] = Detector.photonsPerUnit(detector.offset(i % n), detector.offset(i / n));
    }
  }

  /**
   * Photons per pixel.
   *
   * @param photons [3][row][column] in one array, written, 0 outside the ring
   */
  void fill(Amplitudes.Powers powers, double[] photons) {
    Arrays.fill(photons, 0);
    for (int signA = 1; signA >= -1; signA -= 2) {
      for (int signB = 1; signB >= -1; signB -= 2) {
        fillSigns(powers, signA, signB, photons);
      }
    }
  }

  private void fillSigns(Amplitudes.Powers powers, int signA, int signB, double[] photons) {
    float[] x0 = powers.power(Family.X_DIFFERENCE, signA);
    float[] x1 = powers.power(Family.X_SUM, -signA);
    float[] y0 = powers.power(Family.Y_DIFFERENCE, signA);
    float[] y1 = powers.power(Family.Y_SUM, -signA);
    float[] z = powers.power(Family.Z, signA);
    int same = signB > 0 ? 0 : quarter.lanes();
    int opposite = quarter.lanes() - same;
    int z0 = 2 * n * n;
    for (int pixel = 0; pixel < quarter.pixels(); pixel++) {
      int column = mirror(quarter.column(pixel), signA);
      int row = mirror(quarter.row(pixel), signB);
      int here = row * n + column;
      int exchanged = column * n + row;
      int turned = column * n + n - 1 - row;
      double x = (double) x0[same + pixel] + x1[opposite + pixel];
      double y = (double) y0[same + pixel] + y1[opposite + pixel];
      photons[here] = photonsPerUnit[here] * x;
      photons[n * n + exchanged] = photonsPerUnit[exchanged] * y;
      photons[z0 + here] += photonsPerUnit[here] * z[same + pixel];
      photons[z0 + turned] += photonsPerUnit[turned] * z[same + pixel];
    }
  }

  private int mirror(int index, int sign) {
    return sign > 0 ? index : n - 1 - index;
  }

  /** (I - min)/(max - min) over all three channels. */
  static void normalise(double[] photons, float[] pixels) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : photons) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double scale = 1 / (high - low);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) ((photons[i] - low) * scale);
    }
  }
}
