package org.laue.learning.cgcnn;

/**
 * Rows with mean 0 and variance 1 (Ba et al., arXiv 1607.06450, without learned scales), so that a
 * crystal's answer hangs on no other's.
 */
final class Normalisation {
  private static final double LEAST_VARIANCE = 1e-5;

  private final int columns;
  private float[] scales = {};

  /** [rows][columns]. */
  float[] result = {};

  Normalisation(int columns) {
    this.columns = columns;
  }

  void of(float[] x, int rows) {
    result = Vectors.room(result, rows * columns);
    scales = Vectors.room(scales, rows);
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      double sum = 0;
      for (int i = at; i < at + columns; i++) {
        sum += x[i];
      }
      double mean = sum / columns;
      double squares = 0;
      for (int i = at; i < at + columns; i++) {
        squares += (x[i] - mean) * (x[i] - mean);
      }
      scales[row] = (float) (1 / Math.sqrt(squares / columns + LEAST_VARIANCE));
      for (int i = at; i < at + columns; i++) {
        result[i] = ((float) (x[i] - mean)) * scales[row];
      }
    }
  }

  /**
   * Adds to the slope with respect to x.
   *
   * @param slope with respect to the result
   */
  void back(float[] slope, float[] ofX, int rows) {
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      double sum = 0;
      double along = 0;
      for (int i = at; i < at + columns; i++) {
        sum += slope[i];
        along += slope[i] * (double) result[i];
      }
      float mean = (float) (sum / columns);
      float turn = (float) (along / columns);
      for (int i = at; i < at + columns; i++) {
        ofX[i] += scales[row] * (slope[i] - mean - turn * result[i]);
      }
    }
  }
}
