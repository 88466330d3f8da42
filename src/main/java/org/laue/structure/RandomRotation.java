package org.laue.structure;

import org.laue.StableRandom;

/** Rotations of which all are equally likely. */
public final class RandomRotation {
  private RandomRotation() {}

  /**
   * The next: that of a quaternion of four normal numbers (Muller, Commun. ACM 2, 19, 1959).
   *
   * @return matrix [9], row-major, acting on columns
   */
  public static double[] draw(StableRandom random) {
    double[] q = new double[4];
    double square = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      square += q[i] * q[i];
    }
    double[] m = new double[9];
    double[] axis = {q[1], q[2], q[3]};
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      m[4 * i] = (q[0] * q[0] + axis[i] * axis[i] - axis[j] * axis[j] - axis[k] * axis[k]) / square;
      m[3 * i + j] = 2 * (axis[i] * axis[j] - q[0] * axis[k]) / square;
      m[3 * j + i] = 2 * (axis[i] * axis[j] + q[0] * axis[k]) / square;
    }
    return m;
  }
}
