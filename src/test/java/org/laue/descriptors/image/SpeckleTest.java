package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;

class SpeckleTest {
  private static final Detector DETECTOR = Detector.paper();
  private static final int PIXELS = DETECTOR.pixels() * DETECTOR.pixels();

  private static float[] background(double level, long seed) {
    float[] pixels = new float[Fingerprint.CHANNELS * PIXELS];
    Speckle.add(pixels, DETECTOR, level, new StableRandom(seed));
    return pixels;
  }

  @Test
  void isExponentialWithTheLevelAsItsMean() {
    double sum = 0;
    double squares = 0;
    long n = 0;
    for (int seed = 0; seed < 100; seed++) {
      float[] pixels = background(0.01, seed);
      for (int i = 0; i < pixels.length; i++) {
        if (DETECTOR.keeps(i % PIXELS / DETECTOR.pixels(), i % DETECTOR.pixels())) {
          sum += pixels[i];
          squares += pixels[i] * pixels[i];
          n++;
        }
      }
    }
    double mean = sum / n;
    assertThat(mean).isCloseTo(0.01, within(0.0003));
    assertThat(Math.sqrt(squares / n - mean * mean)).isCloseTo(0.01, within(0.0005));
  }

  @Test
  void darkPixelsStayDarkAndBrightOnesStayOne() {
    float[] pixels = new float[Fingerprint.CHANNELS * PIXELS];
    int brightest = 32 * DETECTOR.pixels() + 50;
    pixels[brightest] = 1;
    Speckle.add(pixels, DETECTOR, 0.05, new StableRandom(4));
    assertThat(pixels[brightest]).isEqualTo(1);
    for (int i = 0; i < pixels.length; i++) {
      boolean kept = DETECTOR.keeps(i % PIXELS / DETECTOR.pixels(), i % DETECTOR.pixels());
      assertThat(pixels[i] > 0).isEqualTo(kept);
    }
  }

  @Test
  void eachChannelAndSeedHasItsOwn() {
    float[] first = background(0.05, 1);
    assertThat(background(0.05, 1)).isEqualTo(first);
    assertThat(background(0.05, 2)).isNotEqualTo(first);
    assertThat(Arrays.copyOf(first, PIXELS))
        .isNotEqualTo(Arrays.copyOfRange(first, PIXELS, 2 * PIXELS));
  }
}
