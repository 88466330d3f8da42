package org.laue.learning.graphs;

/** Sums over rows of matrices that lie row by row; short loops that become vector instructions. */
public final class Rows {
  private Rows() {}

  /** Scalar product of row i of the one and row j of the other. */
  public static float dot(float[] a, int i, float[] b, int j, int columns) {
    float sum = 0;
    for (int c = 0; c < columns; c++) {
      sum += a[i * columns + c] * b[j * columns + c];
    }
    return sum;
  }

  /** Adds row j of the one, times a factor, to row i of the other. */
  public static void add(float[] to, int i, float factor, float[] from, int j, int columns) {
    for (int c = 0; c < columns; c++) {
      to[i * columns + c] += factor * from[j * columns + c];
    }
  }
}
