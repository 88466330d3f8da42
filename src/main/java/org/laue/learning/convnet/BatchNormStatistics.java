package org.laue.learning.convnet;

import java.util.Arrays;

/**
 * Computes the running mean and variance of batch normalisation anew over a set of images, with
 * dropout off. A running average with decay 0.99 starts at 0 and 1 and has after u updates still a
 * share of 0.99^u of that; averaged and short trainings need the true values (Wu and Johnson, arXiv
 * 2105.07576, call this precise batch normalisation).
 */
public final class BatchNormStatistics {
  private BatchNormStatistics() {}

  /** A copy of the parameters with the statistics of these images. */
  public static float[] recompute(float[] parameters, int classes, float[][] images) {
    float[][] features = new Inference(parameters, classes).answer(images).features();
    int mean = new ParameterLayout(parameters, classes).firstMean();
    float[] corrected = Arrays.copyOf(parameters, parameters.length);
    for (int unit = 0; unit < ConvNet.FEATURES; unit++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : features) {
        sum += row[unit];
        squares += (double) row[unit] * row[unit];
      }
      double average = sum / features.length;
      corrected[mean + unit] = (float) average;
      corrected[mean + ConvNet.FEATURES + unit] =
          (float) Math.max(0, squares / features.length - average * average);
    }
    return corrected;
  }
}
