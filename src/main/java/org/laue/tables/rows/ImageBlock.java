package org.laue.tables.rows;

import java.io.Serializable;

/**
 * Some images, to find others that nearly equal one of them: largest difference of any pixel below
 * a limit. The means of 8 x 8 pixel blocks differ by no more than the pixels do, so that nearly all
 * pairs are told apart by a few hundred numbers.
 */
public final class ImageBlock implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BLOCK = 8;

  private final int size;
  private final float[][] images;
  private final float[][] means;

  /**
   * @param images each [channels][size][size] flattened; not copied
   * @param size edge of a channel, a multiple of 8
   */
  public ImageBlock(float[][] images, int size) {
    this.size = size;
    this.images = images;
    this.means = new float[images.length][];
    for (int i = 0; i < images.length; i++) {
      means[i] = blockMeans(images[i], size);
    }
  }

  /** Whether an image lies within {@code limit} of one of these in every pixel. */
  public boolean holdsNear(float[] image, float limit) {
    float[] imageMeans = blockMeans(image, size);
    for (int i = 0; i < images.length; i++) {
      if (within(means[i], imageMeans, limit) && within(images[i], image, limit)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the largest difference of two arrays is at most {@code limit}. */
  static boolean within(float[] a, float[] b, float limit) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > limit) {
        return false;
      }
    }
    return true;
  }

  /** Means of the 8 x 8 pixel blocks, row by row. */
  static float[] blockMeans(float[] pixels, int size) {
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
