package org.laue.descriptors.image;

import org.laue.StableRandom;

/**
 * A speckled background on a fingerprint, as incoherent scattering leaves it on a detector: the
 * squared modulus of a smooth complex normal field, so that a pixel's background is exponentially
 * distributed (Goodman, Speckle Phenomena in Optics, 2007, chapter 3). It knows of no atoms.
 */
public final class Speckle {
  /** Binomial weights: speckles about as wide as the spots of some hundred atoms. */
  private static final double[] WINDOW = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};

  private static final int REACH = WINDOW.length / 2;

  private Speckle() {}

  /**
   * Adds a background of its own to each channel; dark pixels stay dark, the brightest stay at 1.
   *
   * @param pixels [channels][size][size], 0 to 1; changed
   * @param level mean background in units of the brightest pixel
   */
  public static void add(float[] pixels, Detector detector, double level, StableRandom random) {
    int size = detector.pixels();
    for (int from = 0; from < pixels.length; from += size * size) {
      double[] real = smooth(size, random);
      double[] imaginary = smooth(size, random);
      for (int i = 0; i < size * size; i++) {
        if (detector.keeps(i / size, i % size)) {
          double intensity = real[i] * real[i] + imaginary[i] * imaginary[i];
          pixels[from + i] = (float) Math.min(1, pixels[from + i] + level * intensity);
        }
      }
    }
  }

  /** A normal field of variance 1/2. */
  private static double[] smooth(int size, StableRandom random) {
    int wide = size + 2 * REACH;
    double[] noise = new double[wide * wide];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    double[] rows = new double[wide * size];
    double[] field = new double[size * size];
    double sumOfSquares = 0;
    for (double weight : WINDOW) {
      sumOfSquares += weight * weight;
    }
    double scale = Math.sqrt(0.5) / sumOfSquares;
    for (int row = 0; row < wide; row++) {
      for (int column = 0; column < size; column++) {
        for (int i = 0; i < WINDOW.length; i++) {
          rows[row * size + column] += WINDOW[i] * noise[row * wide + column + i];
        }
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        for (int i = 0; i < WINDOW.length; i++) {
          field[row * size + column] += scale * WINDOW[i] * rows[(row + i) * size + column];
        }
      }
    }
    return field;
  }
}
