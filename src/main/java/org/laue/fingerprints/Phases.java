package org.laue.fingerprints;

/**
 * The inner loops of {@link Diffraction}. Each is short enough for HotSpot to unroll and turn into
 * vector instructions (it gives up on bodies of more than about 40 nodes), and each array is
 * indexed by the loop variable alone.
 */
final class Phases {
  /** Adding and subtracting 1.5 x 2^23 rounds a float to the nearest integer. */
  private static final float ROUND = 12582912f;

  // sin(pi r)/r and cos(pi r) for |r| <= 1/2 as polynomials in r^2, fitted at Chebyshev nodes;
  // errors 7e-9 and 5e-8.
  private static final float S0 = 3.1415926401307073f;
  private static final float S1 = -5.167710083507897f;
  private static final float S2 = 2.550077523214597f;
  private static final float S3 = -0.5982912856201582f;
  private static final float S4 = 0.07765766030466505f;
  private static final float C0 = 0.9999999532476085f;
  private static final float C1 = -4.934792830619644f;
  private static final float C2 = 4.05841135286251f;
  private static final float C3 = -1.3318765680802547f;
  private static final float C4 = 0.21968961109653679f;

  private Phases() {}

  /**
   * Arrays one after another whose data lie a whole number of cache lines apart: with the 16 bytes
   * of an array header, 16 k + 12 floats fill whole lines.
   */
  static float[][] alignedArrays(int count, int lanes) {
    return new float[count][(lanes + 15) / 16 * 16 + 12];
  }

  /**
   * exp(-2 pi i s x) for many s: whole turns are taken off exactly, the rest is a doubled angle.
   *
   * @param real cos(2 pi s x), written
   * @param imaginary -sin(2 pi s x), written
   */
  static void turn(float[] s, float x, float[] real, float[] imaginary, int count) {
    for (int i = 0; i < count; i++) {
      float whole = ROUND - Math.fma(s[i], x, ROUND);
      float r = Math.fma(s[i], x, whole);
      float z = r * r;
      float sine = r * Math.fma(Math.fma(Math.fma(Math.fma(S4, z, S3), z, S2), z, S1), z, S0);
      float cosine = Math.fma(Math.fma(Math.fma(Math.fma(C4, z, C3), z, C2), z, C1), z, C0);
      float minusTwice = -2f * sine;
      real[i] = Math.fma(minusTwice, sine, 1f);
      imaginary[i] = minusTwice * cosine;
    }
  }

  /** p += a b c and q += a b d. */
  static void addProducts(
      float[] a, float[] b, float[] c, float[] d, float[] p, float[] q, int count) {
    for (int i = 0; i < count; i++) {
      float ab = a[i] * b[i];
      float pi = p[i];
      float qi = q[i];
      p[i] = Math.fma(ab, c[i], pi);
      q[i] = Math.fma(ab, d[i], qi);
    }
  }

  /** p += a and q += b. */
  static void add(float[] a, float[] b, float[] p, float[] q, int count) {
    for (int i = 0; i < count; i++) {
      p[i] += a[i];
      q[i] += b[i];
    }
  }

  /** total += weight * part. */
  static void addWeighted(float[] weight, float[] part, float[] total, int count) {
    for (int i = 0; i < count; i++) {
      total[i] = Math.fma(weight[i], part[i], total[i]);
    }
  }

  /** out = a + signB b + signC c + signD d. */
  static void combine(
      float[] a,
      float[] b,
      float signB,
      float[] c,
      float signC,
      float[] d,
      float signD,
      float[] out,
      int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.fma(signB, b[i], Math.fma(signC, c[i], Math.fma(signD, d[i], a[i])));
    }
  }
}
