package org.laue.structure;

/** Arithmetic on real 3 x 3 matrices, double [9] row-major, and column vectors. */
public final class Matrix3 {
  private Matrix3() {}

  /** m v. */
  public static double[] column(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  public static double[] multiply(double[] a, double[] b) {
    double[] c = new double[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        c[i + j] = a[i] * b[j] + a[i + 1] * b[3 + j] + a[i + 2] * b[6 + j];
      }
    }
    return c;
  }

  public static double[] transposed(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  public static double[] ofIntegers(int[] m) {
    double[] out = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      out[i] = m[i];
    }
    return out;
  }

  /** v . G v for a metric tensor G. */
  public static double squaredLength(double[] v, double[] metric) {
    double[] g = column(metric, v);
    return v[0] * g[0] + v[1] * g[1] + v[2] * g[2];
  }

  /** The inverse by cofactors; infinite or NaN where the determinant is zero. */
  public static double[] inverse(double[] m) {
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
