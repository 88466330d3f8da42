package org.laue.fingerprints;

import java.util.Arrays;

/**
 * Puts the powers of a quarter detector at their pixels.
 *
 * <p>With s, t the signs of X and Y, a pixel of channel x gets |F|^2 of family 0 with signs (s, t),
 * one of the two angles, and of family 1 with signs (-s, -t), the other. Channel y is the same with
 * families 2 and 3 and rows and columns exchanged. In channel z the pattern at +45 degrees is that
 * at -45 turned by 90 degrees in the plane of the detector.
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
  void fill(PatternPowers powers, double[] photons) {
    Arrays.fill(photons, 0);
    for (int signs = 0; signs < PatternPowers.SIGNS; signs++) {
      fillSigns(powers, signs, photons);
    }
  }

  private void fillSigns(PatternPowers powers, int signs, double[] photons) {
    int opposite = PatternPowers.SIGNS - 1 - signs;
    float[] x0 = powers.power(0, signs);
    float[] x1 = powers.power(1, opposite);
    float[] y0 = powers.power(2, signs);
    float[] y1 = powers.power(3, opposite);
    float[] z = powers.power(4, signs);
    int z0 = 2 * n * n;
    for (int lane = 0; lane < quarter.lanes(); lane++) {
      int column = mirror(quarter.column(lane), PatternPowers.signA(signs));
      int row = mirror(quarter.row(lane), PatternPowers.signB(signs));
      int here = row * n + column;
      int exchanged = column * n + row;
      int turned = column * n + n - 1 - row;
      photons[here] = photonsPerUnit[here] * ((double) x0[lane] + x1[lane]);
      photons[n * n + exchanged] = photonsPerUnit[exchanged] * ((double) y0[lane] + y1[lane]);
      photons[z0 + here] += photonsPerUnit[here] * z[lane];
      photons[z0 + turned] += photonsPerUnit[turned] * z[lane];
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
