package org.laue.descriptors.image;

import java.util.Arrays;

/**
 * The image that stands for a structure: float32 [3][n][n], channel = rotations about x, y, z; row
 * = detector y, column = detector x; range [0, 1] with one scale for all three channels. Immutable.
 */
public final class Fingerprint {
  public static final int CHANNELS = 3;

  private final int size;
  private final float[] pixels;

  private Fingerprint(int size, float[] pixels) {
    this.size = size;
    this.pixels = pixels;
  }

  /**
   * @param size edge of a channel in pixels
   * @param pixels [3 * size * size], channels first
   */
  public static Fingerprint of(int size, float[] pixels) {
    if (pixels.length != CHANNELS * size * size) {
      throw new IllegalArgumentException(
          "3 x " + size + " x " + size + " pixels expected, were " + pixels.length);
    }
    return new Fingerprint(size, pixels.clone());
  }

  /** Takes over an array that nobody else keeps. */
  static Fingerprint owning(int size, float[] pixels) {
    return new Fingerprint(size, pixels);
  }

  /** Edge of a channel in pixels. */
  public int size() {
    return size;
  }

  public float at(int channel, int row, int column) {
    return pixels[(channel * size + row) * size + column];
  }

  /** All pixels, channel by channel and row by row; a copy. */
  public float[] pixels() {
    return pixels.clone();
  }

  /** Mean over all pixels, dark ones included. */
  public double mean() {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel;
    }
    return sum / pixels.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && size == that.size
        && Arrays.equals(pixels, that.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return "Fingerprint[" + CHANNELS + " x " + size + " x " + size + "]";
  }
}
