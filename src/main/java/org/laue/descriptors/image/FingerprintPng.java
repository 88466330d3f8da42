package org.laue.descriptors.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Fingerprints as pictures: the channels as red, green and blue, 255 times the value, truncated.
 */
public final class FingerprintPng {
  private FingerprintPng() {}

  /** The picture of a fingerprint, size x size. */
  public static BufferedImage image(Fingerprint fingerprint) {
    int size = fingerprint.size();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int colour = 0;
        for (int channel = 0; channel < Fingerprint.CHANNELS; channel++) {
          colour = colour << 8 | (int) (255 * fingerprint.at(channel, row, column));
        }
        image.setRGB(column, row, colour);
      }
    }
    return image;
  }

  /** Writes a PNG file's worth of bytes; the stream stays open. */
  public static void write(Fingerprint fingerprint, OutputStream out) throws IOException {
    try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image(fingerprint), "png", memory)) {
        throw new IOException("No PNG writer in this Java installation");
      }
    }
  }
}
