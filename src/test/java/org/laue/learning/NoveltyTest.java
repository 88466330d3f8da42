package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laue.learning.convnet.ConvNet;

class NoveltyTest {
  private static final float[][] TRAINING = {{0, 0}, {0, 0.2f}, {10, 10}, {10, 10.2f}, {0, 0}};
  private final float[] dark = new float[ConvNet.IMAGE_LENGTH];

  @Test
  void whatLiesBesideATrainingImageIsKnown() {
    Novelty gate =
        NoveltyCalibration.calibrate(Novelty.DEFAULT_MEAN_LIMIT, TRAINING, new float[0][]);
    assertThat(gate.assess(dark, new float[] {0, 0.1f}).far()).isFalse();
    assertThat(gate.assess(dark, new float[] {0, 0.1f}).reason()).isEmpty();
  }

  @Test
  void whatLiesBetweenTheClassesIsFar() {
    Novelty gate =
        NoveltyCalibration.calibrate(Novelty.DEFAULT_MEAN_LIMIT, TRAINING, new float[0][]);
    Novelty.Assessment between = gate.assess(dark, new float[] {5, 5});
    assertThat(between.far()).isTrue();
    assertThat(between.score()).isGreaterThan(5);
    assertThat(between.reason()).contains("unlike any in the training set");
  }

  @Test
  void brokenVariantsWidenTheBorder() {
    Novelty gate =
        NoveltyCalibration.calibrate(Novelty.DEFAULT_MEAN_LIMIT, TRAINING, new float[][] {{4, 4}});
    assertThat(gate.assess(dark, new float[] {4, 4}).score()).isEqualTo(1);
    assertThat(gate.assess(dark, new float[] {3, 3}).far()).isFalse();
  }

  @Test
  void diffuseImagesAreFar() {
    float[] bright = dark.clone();
    java.util.Arrays.fill(bright, 0.03f);
    Novelty gate =
        NoveltyCalibration.calibrate(Novelty.DEFAULT_MEAN_LIMIT, TRAINING, new float[0][]);
    assertThat(gate.assess(bright, new float[] {0, 0}).reason()).contains("0.0300", "0.0226");
  }

  @Test
  void anchorsAreDistinct() {
    assertThat(
            NoveltyCalibration.calibrate(Novelty.DEFAULT_MEAN_LIMIT, TRAINING, new float[0][])
                .anchors())
        .hasNumberOfRows(4);
  }
}
