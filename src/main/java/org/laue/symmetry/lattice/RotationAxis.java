package org.laue.symmetry.lattice;

import org.laue.structure.Matrix3;

/** Axis of a rotation and the lattice plane across it, exact in integers of any lattice basis. */
final class RotationAxis {
  private RotationAxis() {}

  /** Shortest lattice vector along the axis of a proper rotation other than the identity. */
  static int[] of(int[] proper) {
    int[] m = proper.clone();
    m[0]--;
    m[4]--;
    m[8]--;
    int[] axis = new int[3];
    for (int i = 0; i < 3 && isZero(axis); i++) {
      axis = cross(m, i, (i + 1) % 3);
    }
    return primitive(axis);
  }

  /**
   * Two shortest independent lattice vectors across the axis of a proper rotation, as |e1| <= |e2|
   * with an angle of at least 90 degrees between them.
   *
   * @param order 2, 3, 4 or 6
   * @param metric of the lattice, [9], square angstrom
   */
  static int[][] plane(int[] proper, int order, double[] metric) {
    int[] sum = Matrix3.identity();
    int[] power = Matrix3.identity();
    for (int i = 1; i < order; i++) {
      power = Matrix3.multiply(power, proper);
      sum = Matrix3.plus(sum, power);
    }
    int row = 0;
    while (sum[row] == 0 && sum[row + 1] == 0 && sum[row + 2] == 0) {
      row += 3;
    }
    int[] normal = primitive(new int[] {sum[row], sum[row + 1], sum[row + 2]});
    return reduced(spanAcross(normal), metric);
  }

  /** Basis of all integer vectors v with normal . v = 0. */
  private static int[][] spanAcross(int[] normal) {
    int[][] basis = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    int[] value = normal.clone();
    // Euclid's algorithm on the three products; vectors whose product vanishes span the plane.
    while (true) {
      int smallest = -1;
      for (int i = 0; i < 3; i++) {
        if (value[i] != 0 && (smallest < 0 || Math.abs(value[i]) < Math.abs(value[smallest]))) {
          smallest = i;
        }
      }
      boolean done = true;
      for (int i = 0; i < 3; i++) {
        if (i != smallest && value[i] != 0) {
          int factor = value[i] / value[smallest];
          value[i] -= factor * value[smallest];
          basis[i] = Matrix3.plus(basis[i], Matrix3.scaled(basis[smallest], -factor));
          done &= value[i] == 0;
        }
      }
      if (done) {
        return new int[][] {basis[(smallest + 1) % 3], basis[(smallest + 2) % 3]};
      }
    }
  }

  /** Lagrange's reduction of a basis of two vectors. */
  private static int[][] reduced(int[][] basis, double[] metric) {
    int[] a = basis[0];
    int[] b = basis[1];
    while (true) {
      if (dot(a, a, metric) > dot(b, b, metric)) {
        int[] swap = a;
        a = b;
        b = swap;
      }
      int factor = (int) Math.rint(dot(a, b, metric) / dot(a, a, metric));
      int[] shorter = Matrix3.plus(b, Matrix3.scaled(a, -factor));
      if (factor == 0 || dot(shorter, shorter, metric) >= dot(b, b, metric)) {
        break;
      }
      b = shorter;
    }
    return new int[][] {a, dot(a, b, metric) > 0 ? Matrix3.scaled(b, -1) : b};
  }

  /** Scalar product of lattice vectors in square angstrom. */
  static double dot(int[] u, int[] v, double[] metric) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += u[i] * metric[3 * i + j] * v[j];
      }
    }
    return sum;
  }

  private static int[] cross(int[] m, int row, int other) {
    int[] u = {m[3 * row], m[3 * row + 1], m[3 * row + 2]};
    int[] v = {m[3 * other], m[3 * other + 1], m[3 * other + 2]};
    return new int[] {
      u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
    };
  }

  /** The vector divided by its common factor, its first non-zero entry positive. */
  private static int[] primitive(int[] v) {
    int divisor = gcd(gcd(v[0], v[1]), v[2]);
    int first = v[0] != 0 ? v[0] : v[1] != 0 ? v[1] : v[2];
    int factor = first < 0 ? -divisor : divisor;
    return new int[] {v[0] / factor, v[1] / factor, v[2] / factor};
  }

  private static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }

  private static boolean isZero(int[] v) {
    return v[0] == 0 && v[1] == 0 && v[2] == 0;
  }
}
