package org.laue.learning.pointnet;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean and variance of each column of rows that come some at a time; summed in their order. */
final class Moments {
  private final double[] sums;
  private final double[] squares;
  private long rows;

  Moments(int columns) {
    sums = new double[columns];
    squares = new double[columns];
  }

  /**
   * @param more [rows][columns]
   */
  void add(INDArray more) {
    for (float[] row : more.toFloatMatrix()) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += row[c];
        squares[c] += (double) row[c] * row[c];
      }
      rows++;
    }
  }

  float[] mean() {
    float[] mean = new float[sums.length];
    for (int c = 0; c < mean.length; c++) {
      mean[c] = (float) (sums[c] / rows);
    }
    return mean;
  }

  /** Of the rows as they are, divided by their number. */
  float[] variance() {
    float[] variance = new float[sums.length];
    for (int c = 0; c < variance.length; c++) {
      double mean = sums[c] / rows;
      variance[c] = (float) Math.max(0, squares[c] / rows - mean * mean);
    }
    return variance;
  }
}
