package org.laue;

/**
 * Random numbers that are the same on every JDK, platform and processor for the same seed.
 *
 * <p>SplitMix64 of Steele, Lea and Flood, OOPSLA 2014 (doi 10.1145/2660193.2660195), with the
 * mixing constants of Stafford's variant 13: the state grows by the golden gamma, each output is
 * the mixed state. Normal deviates by Marsaglia's polar method on {@link StrictMath}, whose digits
 * the language fixes. Not for secrets, not for sharing between threads.
 */
public final class StableRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;
  private double spare = Double.NaN;

  public StableRandom(long seed) {
    this.state = seed;
  }

  /** Sixty-four random bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Uniform in [low, high). */
  public double nextDouble(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /**
   * Uniform among 0 .. bound - 1; the upper 31 bits of outputs, those of the last odd run redrawn.
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be positive, was " + bound);
    }
    int limit = Integer.MAX_VALUE - (int) ((1L << 31) % bound);
    int bits = (int) (nextLong() >>> 33);
    while (bits > limit) {
      bits = (int) (nextLong() >>> 33);
    }
    return bits % bound;
  }

  /** Normal deviate of mean 0 and standard deviation 1. */
  public double nextGaussian() {
    if (!Double.isNaN(spare)) {
      double second = spare;
      spare = Double.NaN;
      return second;
    }
    double u;
    double v;
    double squared;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      squared = u * u + v * v;
    } while (squared >= 1 || squared == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(squared) / squared);
    spare = v * factor;
    return u * factor;
  }

  /**
   * {@code count} different numbers of 0 .. population - 1, every subset equally likely, in random
   * order.
   */
  public int[] sample(int population, int count) {
    if (count < 0 || count > population) {
      throw new IllegalArgumentException("cannot draw " + count + " of " + population);
    }
    int[] numbers = new int[population];
    for (int i = 0; i < population; i++) {
      numbers[i] = i;
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int other = i + nextInt(population - i);
      drawn[i] = numbers[other];
      numbers[other] = numbers[i];
    }
    return drawn;
  }

  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
