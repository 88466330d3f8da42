package org.laue.learning.cgcnn;

/**
 * 1 / (1 + exp(-x)) of many numbers, in a loop that becomes vector instructions: a rational
 * approximation of the hyperbolic tangent of x / 2 (Eigen's ptanh, of degree 13 over degree 6), off
 * by at most 3e-7.
 */
final class Sigmoid {
  /** Beyond it, the hyperbolic tangent is 1 to float's precision. */
  private static final float LIMIT = 7.90531110763549805f;

  private static final float A1 = 4.89352455891786e-03f;
  private static final float A3 = 6.37261928875436e-04f;
  private static final float A5 = 1.48572235717979e-05f;
  private static final float A7 = 5.12229709037114e-08f;
  private static final float A9 = -8.60467152213735e-11f;
  private static final float A11 = 2.00018790482477e-13f;
  private static final float A13 = -2.76076847742355e-16f;
  private static final float B0 = 4.89352518554385e-03f;
  private static final float B2 = 2.26843463243900e-03f;
  private static final float B4 = 1.18534705686654e-04f;
  private static final float B6 = 1.19825839466702e-06f;

  private Sigmoid() {}

  /**
   * @param count how many numbers of the one are looked at, and of the other written
   */
  static void of(float[] from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      float x = Math.max(-LIMIT, Math.min(LIMIT, 0.5f * from[i]));
      float s = x * x;
      float over = x * (A1 + s * (A3 + s * (A5 + s * (A7 + s * (A9 + s * (A11 + s * A13))))));
      float under = B0 + s * (B2 + s * (B4 + s * B6));
      to[i] = 0.5f + 0.5f * (over / under);
    }
  }
}
