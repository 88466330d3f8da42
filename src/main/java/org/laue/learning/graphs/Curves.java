package org.laue.learning.graphs;

/**
 * Curves of many numbers, each in a loop without a branch that becomes vector instructions. All
 * follow from a rational approximation of the hyperbolic tangent (Eigen's ptanh, of degree 13 over
 * degree 6): with t = tanh(x / 2), 1 / (1 + exp(-x)) is (1 + t) / 2 and exp(x) is (1 + t) / (1 -
 * t). They are off by at most 5e-7.
 */
public final class Curves {
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

  /** Klambauer et al., arXiv 1706.02515. */
  private static final float SELU_SCALE = 1.0507009873554805f;

  private static final float SELU_ALPHA = 1.6732632423543772f;

  /** So small that it changes no number but 0. */
  private static final float NEXT_TO_NOTHING = 1e-30f;

  private Curves() {}

  /** The one that {@link #under} divides, of half the number that is asked about. */
  private static float over(float x, float square) {
    float inner = A7 + square * (A9 + square * (A11 + square * A13));
    return x * (A1 + square * (A3 + square * (A5 + square * inner)));
  }

  private static float under(float square) {
    return B0 + square * (B2 + square * (B4 + square * B6));
  }

  /**
   * 1 / (1 + exp(-x)).
   *
   * @param to may be the same array
   * @param count how many numbers of the one are looked at, and of the other written
   */
  public static void sigmoid(float[] from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      float x = Math.max(-LIMIT, Math.min(LIMIT, 0.5f * from[i]));
      float square = x * x;
      to[i] = 0.5f + 0.5f * (over(x, square) / under(square));
    }
  }

  /** The hyperbolic tangent, in place. */
  public static void tanh(float[] values) {
    for (int i = 0; i < values.length; i++) {
      float x = Math.max(-LIMIT, Math.min(LIMIT, values[i]));
      float square = x * x;
      values[i] = over(x, square) / under(square);
    }
  }

  /** exp(x) of numbers that are not above 0, in place; off by 5e-7 of 1, not of themselves. */
  public static void exp(float[] values) {
    for (int i = 0; i < values.length; i++) {
      float x = Math.max(-LIMIT, 0.5f * values[i]);
      float square = x * x;
      float over = over(x, square);
      float under = under(square);
      values[i] = Math.max(0, (under + over) / (under - over));
    }
  }

  /** x times the scale above 0, below it the scale times alpha (exp(x) - 1); in place. */
  public static void selu(float[] values) {
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      float size = Math.abs(value);
      float above = 0.5f * (value + size);
      float x = Math.max(-LIMIT, 0.25f * (value - size));
      float square = x * x;
      float over = over(x, square);
      float below = 2 * over / (under(square) - over);
      values[i] = SELU_SCALE * above + SELU_SCALE * SELU_ALPHA * below;
    }
  }

  /**
   * From the slope with respect to what {@link #selu} made to that with respect to what it was made
   * of, in its place.
   *
   * @param made what selu made
   */
  public static void backThroughSelu(float[] made, float[] slope) {
    for (int i = 0; i < made.length; i++) {
      float size = Math.abs(made[i]);
      float above = 0.5f * (made[i] + size);
      float below = 0.5f * (made[i] - size);
      float isAbove = above / (above + NEXT_TO_NOTHING);
      slope[i] *= SELU_SCALE * SELU_ALPHA + below + isAbove * (SELU_SCALE * (1 - SELU_ALPHA));
    }
  }
}
