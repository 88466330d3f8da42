package org.laue.cli;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.laue.UserException;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.learning.CrystalModel;
import org.laue.learning.convnet.Inference;
import org.laue.learning.convnet.ResponseMaps;

/**
 * A fingerprint (left) beside what in it made the network's first, third and last convolution
 * respond (attentive response maps, Ziletti et al. 2018, Fig. 5).
 */
final class WhyPicture {
  private static final int[] LAYERS = {0, 2, 5};
  private static final int FILTERS = 4;
  private static final int ZOOM = 4;
  private static final int GAP = 8;

  private WhyPicture() {}

  static PictureFiles of(Fingerprint image, CrystalModel model) {
    int edge = ZOOM * image.size();
    BufferedImage picture =
        new BufferedImage(
            (LAYERS.length + 1) * (edge + GAP) - GAP, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setBackground(java.awt.Color.WHITE);
    graphics.clearRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.drawImage(FingerprintPng.image(image), 0, 0, edge, edge, null);
    ResponseMaps maps = new ResponseMaps(convolutions(model));
    for (int i = 0; i < LAYERS.length; i++) {
      Fingerprint response = shown(image.size(), maps.sum(image.pixels(), LAYERS[i], FILTERS));
      graphics.drawImage(
          FingerprintPng.image(response), (i + 1) * (edge + GAP), 0, edge, edge, null);
    }
    graphics.dispose();
    return new PictureFiles().with(".png", png(picture));
  }

  private static Inference convolutions(CrystalModel model) {
    if (model.network() instanceof Inference network) {
      return network;
    }
    throw new UserException(
        "What decided is drawn for the convolutional network alone, this model's is "
            + model.description().network());
  }

  private static byte[] png(BufferedImage picture) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Negative answers are cut off, each channel has its own scale. */
  private static Fingerprint shown(int size, float[] map) {
    int channel = map.length / Fingerprint.CHANNELS;
    for (int start = 0; start < map.length; start += channel) {
      float largest = 0;
      for (int i = start; i < start + channel; i++) {
        largest = Math.max(largest, map[i]);
      }
      for (int i = start; i < start + channel; i++) {
        map[i] = largest > 0 ? Math.max(0, map[i]) / largest : 0;
      }
    }
    return Fingerprint.of(size, map);
  }
}
