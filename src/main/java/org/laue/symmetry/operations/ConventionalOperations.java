package org.laue.symmetry.operations;

import java.util.Arrays;
import java.util.List;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.lattice.RotationCode;

/** Operations that were found, written on a conventional basis and sorted by rotation code. */
public final class ConventionalOperations {
  private final int[] codes;
  private final int[][] rotations;
  private final double[] translations;

  private ConventionalOperations(int[] codes, int[][] rotations, double[] translations) {
    this.codes = codes;
    this.rotations = rotations;
    this.translations = translations;
  }

  /**
   * @param operations in the primitive basis
   * @param basis columns are the conventional vectors in terms of the primitive ones
   * @return null if a rotation does not fit the basis
   */
  public static ConventionalOperations of(List<SymmetryOperation> operations, int[] basis) {
    int count = operations.size();
    int[] adjugate = Matrix3.adjugate(basis);
    int determinant = Matrix3.determinant(basis);
    long[] order = new long[count];
    int[][] rotations = new int[count][];
    for (int i = 0; i < count; i++) {
      int[] w = operations.get(i).rotation();
      rotations[i] = Matrix3.conjugate(w, basis, adjugate, determinant);
      int code = rotations[i] == null ? RotationCode.NONE : RotationCode.of(rotations[i]);
      if (code == RotationCode.NONE) {
        return null;
      }
      order[i] = ((long) code << 32) | i;
    }
    Arrays.sort(order);
    return sorted(operations, adjugate, determinant, order, rotations);
  }

  private static ConventionalOperations sorted(
      List<SymmetryOperation> operations,
      int[] adjugate,
      int determinant,
      long[] order,
      int[][] rotations) {
    int count = order.length;
    int[] codes = new int[count];
    int[][] sorted = new int[count][];
    double[] translations = new double[3 * count];
    for (int k = 0; k < count; k++) {
      int i = (int) order[k];
      codes[k] = (int) (order[k] >>> 32);
      sorted[k] = rotations[i];
      double[] t = Matrix3.apply(adjugate, operations.get(i).translation());
      for (int axis = 0; axis < 3; axis++) {
        translations[3 * k + axis] = t[axis] / determinant;
      }
    }
    return new ConventionalOperations(codes, sorted, translations);
  }

  /** Rotation codes, ascending. */
  public int[] codes() {
    return codes;
  }

  /** One rotation [9]; not a copy. */
  public int[] rotation(int operation) {
    return rotations[operation];
  }

  public double translation(int operation, int axis) {
    return translations[3 * operation + axis];
  }
}
