package org.laue.learning.pointnet;

import java.util.Arrays;
import org.laue.learning.training.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean and variance of each column of rows that come some at a time; summed in their order. */
final class Moments {
  private final double[] sums;
  private final double[] squares;
  private long rows;

  Moments(int columns) {
    this(new double[columns], new double[columns], 0);
  }

  /**
   * Of rows whose sums are known.
   *
   * @param squares sums of the squares
   */
  Moments(double[] sums, double[] squares, long rows) {
    this.sums = sums;
    this.squares = squares;
    this.rows = rows;
  }

  /**
   * @param more [rows][columns]
   */
  void add(INDArray more) {
    add(Floats.of(more));
  }

  /**
   * @param more [rows][columns], row by row
   */
  void add(float[] more) {
    for (int at = 0; at < more.length; at += sums.length) {
      for (int c = 0; c < sums.length; c++) {
        double value = more[at + c];
        sums[c] += value;
        squares[c] += value * value;
      }
    }
    rows += more.length / sums.length;
  }

  long rows() {
    return rows;
  }

  double[] mean() {
    return Arrays.stream(sums).map(sum -> sum / rows).toArray();
  }

  /** Of the rows as they are, divided by their number. */
  double[] variance() {
    double[] variance = new double[sums.length];
    for (int c = 0; c < variance.length; c++) {
      double mean = sums[c] / rows;
      variance[c] = Math.max(0, squares[c] / rows - mean * mean);
    }
    return variance;
  }
}
