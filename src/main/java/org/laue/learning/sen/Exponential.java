package org.laue.learning.sen;

/**
 * The exponential function to float's precision, several times faster than Java's: the power of two
 * goes into the exponent, the rest is a polynomial (Cephes expf).
 */
final class Exponential {
  private static final float LOG2E = 1.44269504f;

  /** ln 2 in two parts, so that the product with a small integer is exact. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;

  /** Added to a float it rounds it to an integer, which then stands in its last bits. */
  private static final float ROUNDER = 0x1.8p23f;

  private static final int ROUNDER_BITS = 0x4B400000;
  private static final float LEAST = -87;
  private static final float MOST = 88;

  private Exponential() {}

  static float of(float x) {
    if (x < LEAST) {
      return 0;
    }
    float inside = x > MOST ? MOST : x;
    float shifted = LOG2E * inside + ROUNDER;
    float power = shifted - ROUNDER;
    float r = inside - power * LN2_HIGH - power * LN2_LOW;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    float e = p * r * r + r + 1;
    int bits = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
    return e * Float.intBitsToFloat((bits + 127) << 23);
  }
}
