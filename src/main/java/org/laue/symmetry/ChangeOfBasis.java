package org.laue.symmetry;

/**
 * From the given cell to the standard cell of its space group: x_s = P x + p.
 *
 * @param matrix P [9], row-major
 * @param shift p [3]
 */
record ChangeOfBasis(double[] matrix, double[] shift) {

  static ChangeOfBasis of(SymmetrySearch.Result result) {
    SpaceGroupMatch match = result.match();
    double[] primitiveInStandard = IntMatrix.inverse(match.basis());
    double[] inputInPrimitive = inverse(Rows.transposed(result.cell().basis()));
    return new ChangeOfBasis(
        Rows.multiply(primitiveInStandard, inputInPrimitive), match.originShift());
  }

  double[] inverseMatrix() {
    return inverse(matrix);
  }

  static double[] inverse(double[] m) {
    double[] c = {
      m[4] * m[8] - m[5] * m[7],
      m[2] * m[7] - m[1] * m[8],
      m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8],
      m[0] * m[8] - m[2] * m[6],
      m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6],
      m[1] * m[6] - m[0] * m[7],
      m[0] * m[4] - m[1] * m[3]
    };
    double determinant = m[0] * c[0] + m[1] * c[3] + m[2] * c[6];
    for (int i = 0; i < 9; i++) {
      c[i] /= determinant;
    }
    return c;
  }
}
