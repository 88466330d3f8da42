package org.laue.tables.rows;

/**
 * A number that is equal for images that are practically the same, to count distinct images without
 * comparing every pair: a hash of the means of 8 x 8 pixel blocks on a grid of 1e-5.
 */
public final class ImageSignature {
  private static final double GRID = 1e5;

  /** Keeps the borders of the grid off 0, where most blocks are nearly dark. */
  private static final double OFFSET = 0.5;

  private ImageSignature() {}

  /**
   * @param pixels [channels][size][size] flattened
   * @param size edge of a channel, a multiple of 8
   */
  public static long of(float[] pixels, int size) {
    long hash = 0;
    for (float mean : ImageBlock.blockMeans(pixels, size)) {
      hash = mix(hash ^ (long) Math.floor(mean * GRID + OFFSET));
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long a = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
