package org.laue.structure;

/**
 * Arithmetic on 3 x 3 matrices, real (double) or of whole numbers (int), [9] row-major, and on
 * column vectors [3].
 */
public final class Matrix3 {
  private Matrix3() {}

  public static int[] identity() {
    return new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
  }

  /** m v. */
  public static double[] apply(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /** m v. */
  public static double[] apply(int[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /** m v. */
  public static int[] apply(int[] m, int[] v) {
    return new int[] {
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

  public static int[] multiply(int[] a, int[] b) {
    int[] c = new int[9];
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
    double[] g = apply(metric, v);
    return v[0] * g[0] + v[1] * g[1] + v[2] * g[2];
  }

  public static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }

  /** p x q. */
  public static double[] cross(double[] p, double[] q) {
    return new double[] {
      p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
    };
  }

  public static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  public static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
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

  /** Adjugate: {@code m * adjugate(m) = determinant(m) * identity}. */
  public static int[] adjugate(int[] m) {
    return new int[] {
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
  }

  /** Inverse as real numbers. */
  public static double[] inverse(int[] m) {
    int[] adjugate = adjugate(m);
    double determinant = determinant(m);
    double[] inverse = new double[9];
    for (int i = 0; i < 9; i++) {
      inverse[i] = adjugate[i] / determinant;
    }
    return inverse;
  }

  /** Inverse of a matrix of determinant 1 or -1. */
  public static int[] unimodularInverse(int[] m) {
    return scaled(adjugate(m), determinant(m));
  }

  public static int[] scaled(int[] m, int factor) {
    int[] out = new int[m.length];
    for (int i = 0; i < m.length; i++) {
      out[i] = factor * m[i];
    }
    return out;
  }

  public static int[] plus(int[] a, int[] b) {
    int[] out = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i] + b[i];
    }
    return out;
  }

  public static int trace(int[] m) {
    return m[0] + m[4] + m[8];
  }

  /** The matrix with these three column vectors. */
  public static int[] ofColumns(int[] a, int[] b, int[] c) {
    return new int[] {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
  }

  public static int[] column(int[] m, int column) {
    return new int[] {m[column], m[3 + column], m[6 + column]};
  }

  /** Inverse of {@code basis} times {@code w} times {@code basis}, or null if not integer. */
  public static int[] conjugate(int[] w, int[] basis, int[] adjugate, int determinant) {
    int[] product = multiply(adjugate, multiply(w, basis));
    for (int i = 0; i < 9; i++) {
      if (product[i] % determinant != 0) {
        return null;
      }
      product[i] /= determinant;
    }
    return product;
  }
}
