package org.laue.descriptors.image;

import java.util.Arrays;

/**
 * The inner loops of {@link Diffraction}. Each is short enough for HotSpot to unroll and turn into
 * vector instructions (it gives up on bodies of more than about 40 nodes), and each array is
 * indexed by the loop variable alone.
 */
final class Phases {
  /** Adding and subtracting 1.5 x 2^23 rounds a float to the nearest integer. */
  private static final float ROUND = 12582912f;

  // sqrt(2) sin(pi r)/r and -sqrt(2) cos(pi r) for |r| <= 1/2 as minimax polynomials in r^2; errors
  // 5e-9 and 7e-8.
  private static final float S0 = 4.442882834149953f;
  private static final float S1 = -7.308241154547212f;
  private static final float S2 = 3.6062889582378657f;
  private static final float S3 = -0.8457635962128214f;
  private static final float S4 = 0.10920575375620042f;
  private static final float T0 = 4.4428679030329485f;
  private static final float T1 = -7.307443421343325f;
  private static final float T2 = 3.5947880790011313f;
  private static final float T3 = -0.7843740321169401f;
  private static final float C0 = -1.4142134965650237f;
  private static final float C1 = 6.978850988240437f;
  private static final float C2 = -5.739461170711535f;
  private static final float C3 = 1.8835629874936606f;
  private static final float C4 = -0.31069819219628897f;

  private Phases() {}

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
      real[i] = Math.fma(-sine, sine, 1f);
      imaginary[i] = sine * cosine;
    }
  }

  /** out = s x + t y. */
  static void product(float[] s, float x, float[] t, float y, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.fma(s[i], x, t[i] * y);
    }
  }

  /**
   * Adds 1 - exp(+2 pi i (s x + rest)) for many s, which takes one operation less than the phase
   * itself. The sine has one term less than in {@link #turn}; its error of 3e-6 comes to far less
   * in a sum over atoms.
   */
  static void addTurned(
      float[] s, float x, float[] rest, float[] real, float[] imaginary, int count) {
    for (int i = 0; i < count; i++) {
      float turns = Math.fma(s[i], x, rest[i]);
      float r = turns - ((turns + ROUND) - ROUND);
      float z = r * r;
      float sine = r * Math.fma(Math.fma(Math.fma(T3, z, T2), z, T1), z, T0);
      float cosine = Math.fma(Math.fma(Math.fma(Math.fma(C4, z, C3), z, C2), z, C1), z, C0);
      float re = real[i];
      float im = imaginary[i];
      real[i] = Math.fma(sine, sine, re);
      imaginary[i] = Math.fma(sine, cosine, im);
    }
  }

  /** a = value - a. */
  static void subtractFrom(float value, float[] a, int count) {
    for (int i = 0; i < count; i++) {
      a[i] = value - a[i];
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

  static void clear(float[][] arrays) {
    for (float[] array : arrays) {
      Arrays.fill(array, 0);
    }
  }

  /** p = a + c and q = b + d. */
  static void sum(float[] a, float[] b, float[] c, float[] d, float[] p, float[] q, int count) {
    for (int i = 0; i < count; i++) {
      p[i] = a[i] + c[i];
      q[i] = b[i] + d[i];
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

  /**
   * Buffers of one float a lane whose data lie a whole number of cache lines apart, so that a loop
   * over several of them is aligned on all if it is aligned on one. They are made together, because
   * an object between two of them would shift the second.
   */
  static final class Buffers {
    private final float[][] buffers;
    private int taken;

    /**
     * @param count buffers in all
     */
    Buffers(int count, int lanes) {
      this.buffers = new float[count][lanes(lanes)];
    }

    /**
     * Least number of lanes from {@code needed} on that leaves little for scalar code: with the 16
     * bytes of an array header, 16 k + 12 floats fill whole lines of 64 bytes, so the loops that
     * HotSpot puts before and after the vectors walk 12 to 14 lanes and not up to 31.
     */
    static int lanes(int needed) {
      return (needed + 3) / 16 * 16 + 12;
    }

    float[][] take(int count) {
      float[][] some = new float[count][];
      System.arraycopy(buffers, taken, some, 0, count);
      taken += count;
      return some;
    }
  }
}
