package org.laue.learning.cgcnn;

import org.laue.learning.training.Gemm;

/** A linear map of rows. */
final class Linear {
  private final Learned weights;
  private final Learned bias;
  private final int in;
  private final int out;

  /**
   * @param weights [in][out]
   * @param bias [out]
   */
  Linear(Learned weights, Learned bias) {
    this.weights = weights;
    this.bias = bias;
    this.out = bias.value.length;
    this.in = weights.value.length / out;
  }

  /**
   * @param x [rows][in]
   * @param y [rows][out]
   */
  void of(float[] x, float[] y, int rows) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias.value, 0, y, row * out, out);
    }
    Gemm.product(x, weights.value, y, 1, rows, in, out);
  }

  /** Adds to y what the map makes of x. */
  void addTo(float[] x, float[] y, int rows) {
    Vectors.addToRows(y, bias.value, rows, out);
    Gemm.product(x, weights.value, y, 1, rows, in, out);
  }

  /**
   * Adds to the slopes of the learned numbers.
   *
   * @param ofY slope with respect to y
   */
  void learn(float[] x, float[] ofY, int count) {
    Gemm.ofTransposed(x, ofY, weights.slope, 1, in, count, out);
    Vectors.addRows(bias.slope, ofY, count, out);
  }

  /** Slope with respect to x, which it overwrites. */
  void back(float[] ofY, float[] ofX, int rows) {
    Gemm.byTransposed(ofY, weights.value, ofX, 0, rows, out, in);
  }
}
