package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images of the fast diffraction against the golden ones and against the authors' own. */
class GoldenImagesTest {
  private static final double TOLERANCE = 5e-6;

  private final FingerprintParameters paper = FingerprintParameters.defaults();
  private final FingerprintGenerator generator = new FingerprintGenerator(paper);
  private final FingerprintGenerator released = new FingerprintGenerator(paper.withRing(10, 30));

  static List<GoldenCase> cases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseWithinToleranceOfTheNormalisedImage(GoldenCase golden) {
    Fingerprint made = generator.of(golden.cluster());
    assertThat(Images.largestDifference(made.pixels(), golden.image())).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void largerHoleIsTheSameImageMaskedAndRescaled(GoldenCase golden) {
    float[] masked = rescaled(golden.image(), new Detector(64, 10, 30));
    float[] made = released.of(golden.cluster()).pixels();
    assertThat(Images.largestDifference(made, masked)).isLessThan(TOLERANCE);
  }

  @Test
  void imagesThatTheAuthorsPublished() throws IOException {
    try (DataInputStream in = GoldenCase.open("released-images.gz")) {
      for (int left = in.readInt(); left > 0; left--) {
        assertReleased(in);
      }
    }
  }

  /** Eight bits per value, truncated; the release stored the channels as x, z, y. */
  private void assertReleased(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int atoms = in.readInt();
    int[] numbers = GoldenCase.bytes(in, atoms);
    double[] scaled = GoldenCase.doubles(in, 3 * atoms);
    int[] published = GoldenCase.bytes(in, GoldenCase.IMAGE);
    Fingerprint made = released.ofScaled(numbers, scaled);
    int[] channelStoredAt = {0, 2, 1};
    double worst = 0;
    for (int i = 0; i < published.length; i++) {
      float value = made.at(channelStoredAt[i / 4096], i % 4096 / 64, i % 64);
      double excess = Math.max(published[i] - 255 * value, 255 * value - published[i] - 1);
      worst = Math.max(worst, excess);
    }
    assertThat(worst).as(name).isLessThan(255 * TOLERANCE);
  }

  private static float[] rescaled(float[] image, Detector detector) {
    float[] masked = image.clone();
    float most = 0;
    for (int i = 0; i < masked.length; i++) {
      masked[i] = detector.keeps(i % 4096 / 64, i % 64) ? masked[i] : 0;
      most = Math.max(most, masked[i]);
    }
    for (int i = 0; i < masked.length; i++) {
      masked[i] /= most;
    }
    return masked;
  }
}
