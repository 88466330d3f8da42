package org.laue.symmetry;

/** Arithmetic of 3 x 3 integer matrices, nine entries each, row-major. */
final class IntMatrices {
  private IntMatrices() {}

  static int[] multiply(int[] p, int[] q) {
    int[] product = new int[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = p[i] * q[j] + p[i + 1] * q[3 + j] + p[i + 2] * q[6 + j];
      }
    }
    return product;
  }

  static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  static double[] toDoubles(int[] m) {
    double[] out = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      out[i] = m[i];
    }
    return out;
  }
}
