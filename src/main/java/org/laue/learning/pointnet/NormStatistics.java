package org.laue.learning.pointnet;

import org.laue.learning.pointnet.PointStack.Layer;

/**
 * Batch normalisation of one layer over one batch: y = scale z + shift for what its linear map
 * makes without its bias, z, and what its gradient needs. That of z is s dy + alpha - kappa z, s
 * the scale: the mean and the spread that hang on every row of the batch need two numbers for each
 * output and no array of its rows.
 */
final class NormStatistics {
  final double[] mean;
  final double[] variance;
  final float[] scale;
  final float[] shift;
  private final double[] inverse;
  private final double rows;

  /** Of the gradient, see {@link #close}. */
  float[] alpha;

  float[] kappa;

  /**
   * @param moments of z over the rows of the batch
   */
  NormStatistics(Layer layer, Moments moments) {
    this(layer, moments.mean(), moments.variance(), (double) moments.rows());
  }

  /**
   * @param mean of z, of each output; so variance
   * @param rows of the batch
   */
  NormStatistics(Layer layer, double[] mean, double[] variance, double rows) {
    int width = mean.length;
    this.mean = mean;
    this.variance = variance;
    this.rows = rows;
    inverse = new double[width];
    scale = new float[width];
    shift = new float[width];
    for (int c = 0; c < width; c++) {
      inverse[c] = 1 / Math.sqrt(variance[c] + NormalisedLinear.EPSILON);
      scale[c] = (float) (layer.gamma()[c] * inverse[c]);
      shift[c] = (float) (layer.beta()[c] - layer.gamma()[c] * inverse[c] * mean[c]);
    }
  }

  /**
   * What the gradient of y says.
   *
   * @param sums of the gradient of y over the rows
   * @param products sums of it times z
   * @param gradient of gamma and beta, overwritten
   */
  void close(double[] sums, double[] products, Layer gradient) {
    int width = sums.length;
    alpha = new float[width];
    kappa = new float[width];
    for (int c = 0; c < width; c++) {
      double ofGamma = inverse[c] * (products[c] - mean[c] * sums[c]);
      gradient.gamma()[c] = (float) ofGamma;
      gradient.beta()[c] = (float) sums[c];
      double slope = scale[c] * inverse[c] * ofGamma / rows;
      kappa[c] = (float) slope;
      alpha[c] = (float) (slope * mean[c] - scale[c] * sums[c] / rows);
    }
  }
}
