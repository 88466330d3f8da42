package org.laue.symmetry.operations;

import java.util.Arrays;

/**
 * A symmetry operation x' = W x + w on fractional coordinates written as columns.
 *
 * @param rotation W, nine integers, row-major
 * @param translation w, three fractional coordinates
 */
public record SymmetryOperation(int[] rotation, double[] translation) {
  public SymmetryOperation {
    if (rotation.length != 9 || translation.length != 3) {
      throw new IllegalArgumentException(
          "An operation needs 9 rotation and 3 translation entries, were "
              + rotation.length
              + " and "
              + translation.length);
    }
    rotation = rotation.clone();
    translation = translation.clone();
  }

  /** The nine entries of W, row-major; a copy. */
  @Override
  public int[] rotation() {
    return rotation.clone();
  }

  /** The three entries of w; a copy. */
  @Override
  public double[] translation() {
    return translation.clone();
  }

  /** Entry of W; row and column 0, 1, 2. */
  public int w(int row, int column) {
    return rotation[3 * row + column];
  }

  /** Entry of w along axis 0, 1, 2. */
  public double t(int axis) {
    return translation[axis];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetryOperation that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
  }

  @Override
  public String toString() {
    return "SymmetryOperation["
        + Arrays.toString(rotation)
        + " "
        + Arrays.toString(translation)
        + "]";
  }
}
