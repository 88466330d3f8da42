package org.laue.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.descriptors.pointcloud.Probe;

class StudyConfigsTest {
  @TempDir private Path directory;

  @Test
  void everyDefault() {
    assertThat(StudyConfigs.load(null, List.of()))
        .isEqualTo(
            new StudyConfig(
                new StudyConfig.Study(
                    "study",
                    1,
                    "out/study",
                    0,
                    600,
                    StudyConfig.Descriptor.IMAGE,
                    List.of(),
                    List.of()),
                new StudyConfig.Task(List.of()),
                "paper",
                new StudyConfig.Labels(
                    "_mp_band_gap",
                    "_mp_energy_above_hull",
                    "_mp_bulk_modulus_vrh",
                    "_mp_shear_modulus_vrh",
                    ""),
                new StudyConfig.Prototypes(2340, "balanced", "more"),
                new StudyConfig.Ingest(List.of(), 0.1, -1, List.of()),
                new StudyConfig.Fingerprint(256, 5, 30, "parent-shell", 1e-5, 0.1),
                new StudyConfig.Pointcloud(
                    PointCloudSettings.Generation.V2,
                    Probe.XRAY,
                    PointCloudSettings.Cell.CONVENTIONAL,
                    3,
                    0.1,
                    Ablation.Intensities.FULL,
                    Ablation.Geometry.OWN,
                    0,
                    0),
                new StudyConfig.Graph(5, 0),
                new StudyConfig.Defects(
                    List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.04, 0.06),
                    List.of(0.01, 0.02, 0.05, 0.10, 0.15, 0.25, 0.40),
                    List.of("0.5 binary", "0.5 ternary"),
                    List.of(),
                    1),
                new StudyConfig.Train(
                    "convnet",
                    1,
                    StudyConfig.Split.HONEST,
                    1,
                    0.1,
                    0,
                    "",
                    0.001,
                    20,
                    32,
                    0.001,
                    2,
                    5,
                    0.25,
                    0,
                    0.08,
                    true,
                    true,
                    0.015,
                    0.02,
                    1),
                new StudyConfig.Baseline(List.of("tight", "medium", "loose"), List.of("v2"), 1),
                new StudyConfig.Evaluate(
                    StudyConfig.Structures.TEST, false, 4, List.of(), List.of())));
  }

  @Test
  void everyKeyOfTheDefaultsReachesARecord() {
    Config defaults = StudyConfigs.defaults().resolve();
    for (var entry : defaults.entrySet()) {
      Config without = defaults.withoutPath(entry.getKey());
      assertThatThrownBy(() -> ConfigBinder.bind(without, StudyConfig.class))
          .hasMessage("Missing key '" + entry.getKey() + "'");
    }
  }

  @Test
  void theSplitIsDrawnByTheSeedOfTheTrainingUnlessItHasItsOwn() throws IOException {
    Path file = Files.writeString(directory.resolve("a.conf"), "train.seed = 3");
    assertThat(StudyConfigs.load(file, List.of()).train().splitSeed()).isEqualTo(3);
    assertThat(StudyConfigs.load(file, List.of("train.seed=7")).train().splitSeed()).isEqualTo(7);
    assertThat(
            StudyConfigs.load(file, List.of("train.split-seed=1", "train.seed=7"))
                .train()
                .splitSeed())
        .isEqualTo(1);
  }

  @Test
  void flagWinsOverFileAndFileOverDefault() throws IOException {
    Path file = Files.writeString(directory.resolve("a.conf"), "study { seed = 3, name = mine }");
    StudyConfig config = StudyConfigs.load(file, List.of("study.seed=7"));
    assertThat(config.study().seed()).isEqualTo(7);
    assertThat(config.study().name()).isEqualTo("mine");
    assertThat(config.study().partitions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "paper", "balanced", "table1", "shipped", "broken"})
  void everyStudyFileThatComesWithLaueLoads(String name) {
    StudyConfig config = StudyConfigs.load(Path.of("conf", name + ".conf"), List.of());
    assertThat(config.study().name()).isEqualTo(name);
  }

  @Test
  void unknownKeyIsRefusedWithPlaceAndTheNearestOne() throws IOException {
    Path file = Files.writeString(directory.resolve("a.conf"), "study {\n  sed = 3\n}");
    assertThatThrownBy(() -> StudyConfigs.load(file, List.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a.conf:2: unknown key 'study.sed'; did you mean 'study.seed'?");
  }

  @Test
  void wrongTypeIsRefusedWithValue() {
    assertThatThrownBy(() -> StudyConfigs.load(null, List.of("study.seed=soon")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("study.seed must be of type long, was \"soon\"");
    assertThatThrownBy(() -> StudyConfigs.load(null, List.of("train.split=fair")))
        .hasMessage("train.split must be one of honest, random, was 'fair'");
    assertThatThrownBy(() -> StudyConfigs.load(null, List.of("defects.replicates=0")))
        .hasMessage("replicates must be at least 1, was 0 (defects)");
  }

  @Test
  void brokenFileAndMissingFileAreTheUsersToMend() throws IOException {
    Path file = Files.writeString(directory.resolve("a.conf"), "study { seed = ");
    assertThatThrownBy(() -> StudyConfigs.load(file, List.of())).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> StudyConfigs.load(directory.resolve("none.conf"), List.of()))
        .hasMessageContaining("none.conf cannot be read");
    assertThatThrownBy(() -> StudyConfigs.load(null, List.of("seed")))
        .hasMessageContaining("key=value");
  }
}
