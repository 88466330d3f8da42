package org.laue.scan;

/** Unit quaternions (x, y, z, w) and rotation matrices [9], row-major, acting on columns. */
final class Quaternions {
  private Quaternions() {}

  /** The quaternion of a rotation, with w not negative (Shepperd 1978). */
  static double[] of(double[] m) {
    double[] squares = {
      1 + m[0] - m[4] - m[8], 1 - m[0] + m[4] - m[8], 1 - m[0] - m[4] + m[8], 1 + m[0] + m[4] + m[8]
    };
    int largest = 0;
    for (int i = 1; i < 4; i++) {
      largest = squares[i] > squares[largest] ? i : largest;
    }
    double s = 2 * Math.sqrt(squares[largest]);
    double[] q =
        switch (largest) {
          case 0 -> new double[] {s / 4, (m[1] + m[3]) / s, (m[2] + m[6]) / s, (m[7] - m[5]) / s};
          case 1 -> new double[] {(m[1] + m[3]) / s, s / 4, (m[5] + m[7]) / s, (m[2] - m[6]) / s};
          case 2 -> new double[] {(m[2] + m[6]) / s, (m[5] + m[7]) / s, s / 4, (m[3] - m[1]) / s};
          default -> new double[] {(m[7] - m[5]) / s, (m[2] - m[6]) / s, (m[3] - m[1]) / s, s / 4};
        };
    if (q[3] < 0) {
      for (int i = 0; i < 4; i++) {
        q[i] = -q[i];
      }
    }
    return q;
  }

  static double[] matrix(double x, double y, double z, double w) {
    return new double[] {
      1 - 2 * (y * y + z * z),
      2 * (x * y - z * w),
      2 * (x * z + y * w),
      2 * (x * y + z * w),
      1 - 2 * (x * x + z * z),
      2 * (y * z - x * w),
      2 * (x * z - y * w),
      2 * (y * z + x * w),
      1 - 2 * (x * x + y * y)
    };
  }
}
