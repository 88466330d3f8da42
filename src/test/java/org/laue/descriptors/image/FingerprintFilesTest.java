package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laue.descriptors.NpyWriter;

class FingerprintFilesTest {
  private final Fingerprint fingerprint = random();

  @Test
  void npyHoldsHeaderAndLittleEndianFloats() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter.write(fingerprint.pixels(), new int[] {3, 64, 64}, out);
    ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.get(0)).isEqualTo((byte) 0x93);
    int header = file.getShort(8);
    assertThat((10 + header) % 64).isZero();
    assertThat(new String(file.array(), 10, header, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 64, 64), }")
        .endsWith("\n");
    float[] pixels = new float[3 * 64 * 64];
    file.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(pixels);
    assertThat(pixels).containsExactly(fingerprint.pixels());
    assertThat(file.capacity()).isEqualTo(10 + header + 4 * pixels.length);
  }

  @Test
  void pngTruncatesEachChannelToAByte() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FingerprintPng.write(fingerprint, out);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(image.getWidth()).isEqualTo(64);
    int colour = image.getRGB(7, 3);
    for (int channel = 0; channel < 3; channel++) {
      int value = colour >> 8 * (2 - channel) & 0xFF;
      assertThat(value).isEqualTo((int) (255 * fingerprint.at(channel, 3, 7)));
    }
  }

  @Test
  void fingerprintKeepsItsPixelsToItself() {
    float[] given = fingerprint.pixels();
    Fingerprint made = Fingerprint.of(64, given);
    given[0] = 9;
    made.pixels()[1] = 9;
    assertThat(made).isEqualTo(fingerprint).hasSameHashCodeAs(fingerprint);
    assertThat(made).hasToString("Fingerprint[3 x 64 x 64]");
    assertThatThrownBy(() -> Fingerprint.of(63, given))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Fingerprint random() {
    Random random = new Random(1);
    float[] pixels = new float[3 * 64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return Fingerprint.of(64, pixels);
  }
}
