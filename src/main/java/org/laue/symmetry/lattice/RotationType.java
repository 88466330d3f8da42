package org.laue.symmetry.lattice;

import java.util.List;
import org.laue.structure.Matrix3;

/** Kinds of crystallographic rotations, told by determinant and trace in any basis. */
public final class RotationType {
  private static final int[] ORDER_BY_TRACE = {2, 3, 4, 6, 1};

  private RotationType() {}

  /**
   * Order of the rotation part, negative for a rotoinversion: 1, 2, 3, 4, 6 or -1, -2 (a mirror),
   * -3, -4, -6; 0 for a matrix that is none.
   */
  static int of(int[] rotation) {
    int determinant = Matrix3.determinant(rotation);
    int index = determinant * Matrix3.trace(rotation) + 1;
    if (Math.abs(determinant) != 1 || index < 0 || index > 4) {
      return 0;
    }
    return determinant * ORDER_BY_TRACE[index];
  }

  /**
   * How often each kind occurs, six bits a kind; the crystal class follows from it alone. Matrices
   * that are no rotations give -1.
   */
  public static long signature(List<int[]> rotations) {
    long signature = 0;
    for (int[] rotation : rotations) {
      int type = of(rotation);
      if (type == 0) {
        return -1;
      }
      int slot = type > 0 ? slot(type) : 5 + slot(-type);
      signature += 1L << (6 * slot);
    }
    return signature;
  }

  private static int slot(int order) {
    return order == 6 ? 4 : order - 1;
  }

  /** The rotation without its inversion: determinant +1. */
  static int[] proper(int[] rotation) {
    return Matrix3.scaled(rotation, Matrix3.determinant(rotation));
  }
}
