package org.laue.learning.sen;

import java.util.Arrays;

/**
 * A value of a computation that its {@link Tape} remembers, float [rows][columns], and the slope of
 * the result with respect to it, which the way back fills in.
 */
final class Matrix {
  final int rows;
  final int columns;

  /** Row by row. */
  float[] value;

  /** Of the same size, or null where nothing was passed back yet. */
  float[] slope;

  /** Whether nothing is learned of it, so that no slope is passed back. */
  final boolean given;

  Matrix(int rows, int columns, float[] value) {
    this(rows, columns, value, false);
  }

  private Matrix(int rows, int columns, float[] value, boolean given) {
    this.given = given;
    this.rows = rows;
    this.columns = columns;
    this.value = value;
  }

  Matrix(int rows, int columns) {
    this(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  /** Numbers that nothing is learned of. */
  static Matrix given(int rows, int columns, float[] value) {
    return new Matrix(rows, columns, value, true);
  }

  /** A copy of the values, [rows][columns]. */
  float[][] toRows() {
    float[][] copy = new float[rows][];
    for (int row = 0; row < rows; row++) {
      copy[row] = Arrays.copyOfRange(value, row * columns, (row + 1) * columns);
    }
    return copy;
  }

  /** Adds to the slope; the array may be kept and changed. */
  void pass(float[] more) {
    if (slope == null) {
      slope = more;
    } else {
      for (int i = 0; i < slope.length; i++) {
        slope[i] += more[i];
      }
    }
  }

  /** The slope to add to, zero at first. */
  float[] slopeToAddTo() {
    if (slope == null) {
      slope = new float[rows * columns];
    }
    return slope;
  }

  /** Nobody will look at it again. */
  void forget() {
    value = null;
    slope = null;
  }
}
