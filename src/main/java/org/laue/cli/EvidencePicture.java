package org.laue.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.laue.descriptors.image.Fingerprint;

/**
 * What speaks for and against something, laid over the pattern: bright pixels are the pattern's,
 * red where they speak for it, blue where they speak against it.
 */
final class EvidencePicture {
  /** Strength of the colour of a spot grows faster than its evidence: weak spots show too. */
  private static final double GAMMA = 0.5;

  /** Weights of a spot's pixels by their distance from its middle; both sides add up to 1. */
  private static final double[] SPOT = {0.30, 0.24, 0.11};

  private EvidencePicture() {}

  /**
   * @param evidence [size * size], row by row, in any unit
   * @param most evidence of the strongest colour
   */
  static BufferedImage of(Fingerprint image, double[] evidence, double most) {
    int size = image.size();
    BufferedImage shown = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double value = most > 0 ? evidence[row * size + column] / most : 0;
        double strength = Math.signum(value) * Math.pow(Math.min(1, Math.abs(value)), GAMMA);
        shown.setRGB(column, row, colour(brightness(image, row, column), strength));
      }
    }
    return shown;
  }

  /** A coarse map at each pixel of an image, between the middles of its cells. */
  static double[] between(double[][] map, int size) {
    double[] values = new double[size * size];
    double cell = (double) size / map.length;
    for (int row = 0; row < size; row++) {
      double y = Math.max(0, Math.min(map.length - 1.0, (row + 0.5) / cell - 0.5));
      int i = (int) Math.min(y, map.length - 2.0);
      for (int column = 0; column < size; column++) {
        double x = Math.max(0, Math.min(map.length - 1.0, (column + 0.5) / cell - 0.5));
        int j = (int) Math.min(x, map.length - 2.0);
        double upper = map[i][j] + (x - j) * (map[i][j + 1] - map[i][j]);
        double lower = map[i + 1][j] + (x - j) * (map[i + 1][j + 1] - map[i + 1][j]);
        values[row * size + column] = upper + (y - i) * (lower - upper);
      }
    }
    return values;
  }

  /** What a pixel and its neighbours say together: a spot of the pattern is some pixels wide. */
  static double[] ofSpots(double[] pixels, int size) {
    return alongRows(turned(alongRows(turned(pixels, size), size), size), size);
  }

  private static double[] turned(double[] values, int size) {
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i % size * size + i / size] = values[i];
    }
    return turned;
  }

  private static double[] alongRows(double[] values, int size) {
    double[] sums = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      for (int step = -SPOT.length + 1; step < SPOT.length; step++) {
        int column = i % size + step;
        if (column >= 0 && column < size) {
          sums[i + step] += SPOT[Math.abs(step)] * values[i];
        }
      }
    }
    return sums;
  }

  static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double brightness(Fingerprint image, int row, int column) {
    double largest = 0;
    for (int channel = 0; channel < Fingerprint.CHANNELS; channel++) {
      largest = Math.max(largest, image.at(channel, row, column));
    }
    return Math.sqrt(largest);
  }

  private static int colour(double brightness, double evidence) {
    double ground = 0.45 * Math.abs(evidence);
    float strong = (float) Math.min(1, ground + brightness);
    float weak = (float) Math.min(1, brightness * (1 - 0.6 * Math.abs(evidence)));
    return evidence >= 0
        ? new Color(strong, weak, weak).getRGB()
        : new Color(weak, weak, strong).getRGB();
  }
}
