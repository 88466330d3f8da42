package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;

class CrystalModelTest {
  private static final ImageSet TRAIN = SyntheticImages.of(48, 3, 1);
  private static final ImageSet TEST = SyntheticImages.of(24, 3, 2);
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(7, 24, 16, 1e-3, 1e-4, 0.25, 1, 8);
  private static final ModelDescription DESCRIPTION =
      new ModelDescription(
          ClassScheme.ofLabels("folds", List.of("two", "three", "four")),
          Map.of("pixels", "64", "inner_radius_pixels", "5"),
          Map.of("data", "synthetic"));
  private static CrystalModel model;

  @BeforeAll
  static void train() {
    model = train(new ArrayList<>());
  }

  private static CrystalModel train(List<LearningCurve.Point> points) {
    return LocalTraining.train(DESCRIPTION, SETTINGS, TRAIN, TEST, points::add);
  }

  @Test
  void learnsWhatIsEasy() {
    assertThat(model.accuracy(TRAIN)).isEqualTo(1);
    assertThat(model.accuracy(TEST)).isGreaterThan(0.9);
  }

  @Test
  void sameSeedGivesTheSameModelBitByBit() {
    List<LearningCurve.Point> points = new ArrayList<>();
    assertThat(train(points).parameters()).isEqualTo(model.parameters());
    assertThat(points).hasSize(3).last().extracting(LearningCurve.Point::images).isEqualTo(384L);
  }

  @Test
  void survivesTheDisk(@TempDir Path directory) throws IOException {
    model.save(directory);
    CrystalModel read = CrystalModel.load(directory);
    assertThat(read.labels()).containsExactly("two", "three", "four");
    assertThat(read.parameters()).isEqualTo(model.parameters());
    assertThat(read.description()).isEqualTo(model.description());
    assertThat(read.learningCurve().toCsv()).isEqualTo(model.learningCurve().toCsv());
    assertThat(read.novelty().distanceLimit()).isEqualTo(model.novelty().distanceLimit());
    assertThat(read.probabilities(TEST.images())).isDeepEqualTo(model.probabilities(TEST.images()));
    assertThat(Files.readString(directory.resolve("card.md")))
        .contains("`three`", "inner_radius_pixels", "training.seed");
  }

  @Test
  void damagedWeightsAreRefused(@TempDir Path directory) throws IOException {
    model.save(directory);
    byte[] weights = Files.readAllBytes(directory.resolve("parameters.f32"));
    weights[100] ^= 1;
    Files.write(directory.resolve("parameters.f32"), weights);
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("parameters.f32");
  }

  @Test
  void aDirectoryWithoutModelIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> CrystalModel.load(directory))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void otherFingerprintsAreRefusedByKeyAndValues() {
    model.requireFingerprints(DESCRIPTION.fingerprint());
    assertThatThrownBy(
            () -> model.requireFingerprints(Map.of("pixels", "64", "inner_radius_pixels", "10")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("inner_radius_pixels = 5")
        .hasMessageContaining("inner_radius_pixels = 10");
  }

  @Test
  void threadsMayShareAModel() throws Exception {
    float[][] expected = model.probabilities(TEST.images());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<float[][]>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(threads.submit(() -> model.probabilities(TEST.images())));
    }
    for (Future<float[][]> answer : answers) {
      assertThat(answer.get()).isDeepEqualTo(expected);
    }
    threads.shutdown();
  }
}
