package org.laue.descriptors.image;

import org.laue.descriptors.Likeness;

/**
 * Images are alike where the largest difference of any pixel is small. The means of 8 x 8 pixel
 * blocks differ by no more than the pixels do, so that nearly all pairs are told apart by a few
 * hundred numbers; on a grid of 1e-5 they are an image's signature.
 */
public final class ImageLikeness implements Likeness {
  private static final long serialVersionUID = 1L;
  private static final int BLOCK = 8;
  private static final double GRID = 1e5;

  /** Keeps the borders of the grid off 0, where most blocks are nearly dark. */
  private static final double OFFSET = 0.5;

  private final int size;

  /**
   * @param size edge of a channel in pixels, a multiple of 8
   */
  public ImageLikeness(int size) {
    this.size = size;
  }

  @Override
  public long signature(float[] pixels) {
    long hash = 0;
    for (float mean : blockMeans(pixels, size)) {
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

  @Override
  public Known known(float[][] images) {
    return new Images(images, size);
  }

  private static final class Images implements Known {
    private static final long serialVersionUID = 1L;

    private final int size;
    private final float[][] images;
    private final float[][] means;

    Images(float[][] images, int size) {
      this.size = size;
      this.images = images;
      this.means = new float[images.length][];
      for (int i = 0; i < images.length; i++) {
        means[i] = blockMeans(images[i], size);
      }
    }

    @Override
    public boolean holdsNear(float[] image, float limit) {
      float[] imageMeans = blockMeans(image, size);
      for (int i = 0; i < images.length; i++) {
        if (within(means[i], imageMeans, limit) && within(images[i], image, limit)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether the largest difference of two arrays is at most {@code limit}. */
  private static boolean within(float[] a, float[] b, float limit) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > limit) {
        return false;
      }
    }
    return true;
  }

  /** Means of the 8 x 8 pixel blocks, row by row. */
  private static float[] blockMeans(float[] pixels, int size) {
    float[] means = new float[pixels.length / (BLOCK * BLOCK)];
    int next = 0;
    int rows = pixels.length / size;
    for (int row = 0; row < rows; row += BLOCK) {
      for (int column = 0; column < size; column += BLOCK) {
        means[next++] = (float) mean(pixels, size, row, column);
      }
    }
    return means;
  }

  private static double mean(float[] pixels, int size, int row, int column) {
    double sum = 0;
    for (int i = row; i < row + BLOCK; i++) {
      for (int j = column; j < column + BLOCK; j++) {
        sum += pixels[i * size + j];
      }
    }
    return sum / (BLOCK * BLOCK);
  }
}
