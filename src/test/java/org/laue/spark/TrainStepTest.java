package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.learning.CrystalModel;
import org.laue.learning.LearningCurve;
import org.laue.structure.CrystalClass;

class TrainStepTest {
  @TempDir static Path directory;
  private static String fingerprints;
  private static String splits;

  @BeforeAll
  static void prepare() throws IOException {
    LaueSession session = SharedSession.get();
    String output = directory.resolve("study").toString();
    Path files = SmallStudy.files(directory.resolve("files"));
    String structures =
        new IngestStep(session).run(SmallStudy.ingest(files, Path.of(output))).path();
    fingerprints =
        new FingerprintStep(session)
            .run(FingerprintSettings.of(SmallStudy.variants(structures), output))
            .path();
    splits = new SplitStep(session).run(SplitSettings.of(structures, fingerprints, output)).path();
  }

  private static TrainSettings settings(String split, String model) {
    return new TrainSettings(fingerprints, splits, split, model, 3, 4, 4, 1e-3, 2, 2);
  }

  @Test
  void theModelKnowsWhereItComesFrom() throws IOException {
    Path directoryOfModel = directory.resolve("model");
    List<LearningCurve.Point> points = new ArrayList<>();
    StepSummary summary =
        new TrainStep(SharedSession.get())
            .run(settings("random", directoryOfModel.toString()), points::add);
    CrystalModel model = CrystalModel.load(directoryOfModel);
    assertThat(model.labels()).isEqualTo(CrystalClass.labels());
    assertThat(model.fingerprintParameters()).containsEntry("targetAtoms", "32");
    assertThat(model.description().provenance())
        .containsKeys("input.fingerprints", "input.splits", "spark", "training.seed")
        .containsEntry("training.images", Long.toString(summary.in()));
    assertThat(model.learningCurve().points()).hasSameSizeAs(points).isNotEmpty();
  }

  @Test
  void aSplitWithoutTrainingSideIsRefused() {
    TrainSettings none =
        new TrainSettings(fingerprints, splits, "region", "unused", 3, 1, 4, 1e-3, 2, 2);
    assertThatThrownBy(() -> new TrainStep(SharedSession.get()).run(none, point -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("region");
  }
}
