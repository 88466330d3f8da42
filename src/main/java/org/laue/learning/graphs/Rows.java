package org.laue.learning.graphs;

/**
 * Sums over rows of matrices that lie row by row, in short loops that become vector instructions. A
 * sum that becomes one number is added up in four lanes, since each addition of one waits for the
 * last.
 */
public final class Rows {
  private Rows() {}

  /** Scalar product of row i of the one and row j of the other. */
  public static float dot(float[] a, int i, float[] b, int j, int columns) {
    int atA = i * columns;
    int atB = j * columns;
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int c = 0;
    for (; c + 3 < columns; c += 4) {
      first += a[atA + c] * b[atB + c];
      second += a[atA + c + 1] * b[atB + c + 1];
      third += a[atA + c + 2] * b[atB + c + 2];
      fourth += a[atA + c + 3] * b[atB + c + 3];
    }
    for (; c < columns; c++) {
      first += a[atA + c] * b[atB + c];
    }
    return (first + second) + (third + fourth);
  }

  /** Sum of some neighbours. */
  public static float sum(float[] values, int at, int count) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int end = at + count;
    int i = at;
    for (; i + 3 < end; i += 4) {
      first += values[i];
      second += values[i + 1];
      third += values[i + 2];
      fourth += values[i + 3];
    }
    for (; i < end; i++) {
      first += values[i];
    }
    return (first + second) + (third + fourth);
  }

  /** The largest of some neighbours. */
  public static float largest(float[] values, int at, int count) {
    float first = values[at];
    float second = first;
    int end = at + count;
    int i = at;
    for (; i + 1 < end; i += 2) {
      first = values[i] > first ? values[i] : first;
      second = values[i + 1] > second ? values[i + 1] : second;
    }
    first = second > first ? second : first;
    return i < end && values[i] > first ? values[i] : first;
  }

  /** Adds row j of the one, times a factor, to row i of the other. */
  public static void add(float[] to, int i, float factor, float[] from, int j, int columns) {
    for (int c = 0; c < columns; c++) {
      to[i * columns + c] += factor * from[j * columns + c];
    }
  }
}
