package org.laue.learning.cgcnn;

import org.laue.learning.graphs.Rows;

/**
 * What is done to many numbers at once, each in a loop of its own that becomes vector instructions.
 */
final class Vectors {
  private Vectors() {}

  /** At least so many numbers; what stood in the array is lost if there were fewer. */
  static float[] room(float[] array, int size) {
    return array.length >= size ? array : new float[size + size / 4];
  }

  static int[] room(int[] array, int size) {
    return array.length >= size ? array : new int[size + size / 4];
  }

  /** to = a b c. */
  static void product(float[] a, float[] b, float[] c, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = a[i] * b[i] * c[i];
    }
  }

  /** x s(x), where s is the sigmoid, which is given. */
  static void silu(float[] x, float[] sigmoid, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = x[i] * sigmoid[i];
    }
  }

  /** From the slope with respect to x s(x) to that with respect to x, in its place. */
  static void backThroughSilu(float[] x, float[] sigmoid, float[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= sigmoid[i] * (1 + x[i] * (1 - sigmoid[i]));
    }
  }

  /**
   * From the slope with respect to g c s, where g is the sigmoid of one number and s of c, to those
   * with respect to both numbers.
   */
  static void backThroughGate(
      float[] slope, float[] g, float[] c, float[] s, float[] ofG, float[] ofC, int count) {
    for (int i = 0; i < count; i++) {
      float gated = slope[i] * g[i];
      ofG[i] = gated * (1 - g[i]) * c[i] * s[i];
      ofC[i] = gated * s[i] * (1 + c[i] * (1 - s[i]));
    }
  }

  /** x = x y. */
  static void times(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      x[i] *= y[i];
    }
  }

  /** Adds two rows to a third. */
  static void addTwo(float[] from, int first, int second, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] += from[first + i] + from[second + i];
    }
  }

  /** Adds a row to two others. */
  static void addToTwo(float[] from, int at, float[] to, int first, int second, int count) {
    for (int i = 0; i < count; i++) {
      to[first + i] += from[at + i];
    }
    for (int i = 0; i < count; i++) {
      to[second + i] += from[at + i];
    }
  }

  /** A row times a factor. */
  static void scaled(float[] from, int first, float factor, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = factor * from[first + i];
    }
  }

  /** Adds a row to each of some. */
  static void addToRows(float[] to, float[] row, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      Rows.add(to, r, 1, row, 0, columns);
    }
  }

  /** Adds some rows to one. */
  static void addRows(float[] to, float[] from, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      Rows.add(to, 0, 1, from, r, columns);
    }
  }
}
