package org.laue.symmetry.cell;

import org.laue.structure.Matrix3;
import org.laue.symmetry.groups.SpaceGroupMatch;

/**
 * From the given cell to the standard cell of its space group: x_s = P x + p.
 *
 * @param matrix P [9], row-major
 * @param shift p [3]
 */
record ChangeOfBasis(double[] matrix, double[] shift) {

  static ChangeOfBasis of(SymmetrySearch.Result result) {
    SpaceGroupMatch match = result.match();
    double[] primitiveInStandard = Matrix3.inverse(match.basis());
    double[] inputInPrimitive = Matrix3.inverse(Matrix3.transposed(result.cell().basis()));
    return new ChangeOfBasis(
        Matrix3.multiply(primitiveInStandard, inputInPrimitive), match.originShift());
  }

  double[] inverseMatrix() {
    return Matrix3.inverse(matrix);
  }
}
