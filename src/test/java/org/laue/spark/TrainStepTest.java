package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laue.tables.rows.TableSchemas.FINGERPRINTS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.api.HadoopModelFiles;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.TrainedWeights;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.EarlyStopping;
import org.laue.learning.training.LearningCurve;
import org.laue.structure.ClassScheme;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.StepSummary;

class TrainStepTest {
  @TempDir static Path directory;
  private static CompleteRun structures;
  private static CompleteRun fingerprints;
  private static CompleteRun splits;

  @BeforeAll
  static void prepare() throws IOException {
    LaueSession session = SharedSession.get();
    String output = directory.resolve("study").toString();
    Path files = SmallStudy.files(directory.resolve("files"));
    structures = new IngestStep(session).run(SmallStudy.ingest(files, Path.of(output))).run();
    fingerprints =
        new DescribeStep(session)
            .run(DescribeSettings.of(SmallStudy.variants(structures), SmallStudy.IMAGES, output))
            .run();
    splits = new SplitStep(session).run(SplitSettings.of(structures, output)).run();
  }

  private static TrainSettings settings(CompleteRun views, String split) {
    String output = directory.resolve("training").toString();
    return new TrainSettings(
        new ClassTask(ClassScheme.paper()),
        ConvNet.NAME,
        views,
        fingerprints,
        splits,
        Optional.empty(),
        split,
        output,
        3,
        4,
        4,
        1e-3,
        2,
        2,
        0.25,
        EarlyStopping.NONE);
  }

  private static TrainingViewSettings views(String split, int epochs, double jitter, double share) {
    return views(split, epochs, jitter, share, SmallStudy.IMAGES);
  }

  private static TrainingViewSettings views(
      String split, int epochs, double jitter, double share, Imaging images) {
    return new TrainingViewSettings(
        structures,
        splits,
        split,
        images,
        7,
        epochs,
        new ViewDrawing(jitter, jitter > 0, jitter > 0, jitter > 0 ? 0.05 : 0),
        share,
        directory.resolve("views").toString(),
        0);
  }

  private static CompleteRun made(TrainingViewSettings settings) throws IOException {
    return new TrainingViewsStep(SharedSession.get()).run(settings).run();
  }

  @Test
  void viewsAreTheTrainingCrystalsAtOtherScalesAndNothingElse() throws IOException {
    List<TableRow> views = TableRows.of(made(views("random", 4, 0.08, 0)), FINGERPRINTS);
    Map<String, TableRow> pristine = new HashMap<>();
    for (TableRow row : TableRows.of(fingerprints, FINGERPRINTS)) {
      if (row.text("defect").equals("pristine")) {
        pristine.put(row.text("structure_id"), row);
      }
    }
    assertThat(views).hasSize(4 * 3);
    for (TableRow view : views) {
      TableRow own = pristine.get(view.text("structure_id"));
      double scale = view.number("bond_length_angstrom") / own.number("bond_length_angstrom");
      assertThat(view.integer("atom_count")).isEqualTo(own.integer("atom_count"));
      assertThat(scale).isBetween(0.92, 1.08);
      boolean first = view.integer("replicate") == 0;
      assertThat(scale == 1).isEqualTo(first);
      assertThat(Arrays.equals(view.floats("pixels"), own.floats("pixels"))).isEqualTo(first);
    }
    assertThat(views.stream().map(row -> row.text("structure_id")).distinct()).hasSize(3);
  }

  @Test
  void viewsThatWouldAllBeTheSameAreMadeOnce() throws IOException {
    TrainingViewSettings settings = views("random", 4, 0, 0);
    assertThat(TableRows.of(made(settings), FINGERPRINTS)).hasSize(3);
    assertThat(settings.passes()).isEqualTo(4);
    assertThat(views("random", 4, 0.08, 0).passes()).isEqualTo(1);
  }

  @Test
  void rareClassesAreShownMoreOften() {
    TrainingViewSettings settings = views("random", 5, 0.08, 0.02);
    assertThat(settings.views(2341, 9465)).isEqualTo(5);
    assertThat(settings.views(3, 9465)).isEqualTo(5 * 64);
    assertThat(views("random", 5, 0.08, 0).views(3, 9465)).isEqualTo(5);
    assertThatThrownBy(() -> views("random", 5, 0.08, 0.6)).hasMessageContaining("least-share");
    assertThatThrownBy(() -> views("random", 5, 1, 0)).hasMessageContaining("length-jitter");
  }

  @Test
  void theModelKnowsWhereItComesFrom() throws IOException {
    List<LearningCurve.Point> points = new ArrayList<>();
    TrainSettings settings = settings(made(views("random", 4, 0.08, 0)), "random");
    StepSummary summary = new TrainStep(SharedSession.get()).run(settings, points::add);
    TrainedWeights weights =
        TrainedWeights.load(HadoopModelFiles.at(SharedSession.get().hadoop(), summary.path()));
    assertThat(weights.description().labels()).isEqualTo(ClassScheme.paper().labels());
    assertThat(weights.description().descriptor().settings()).containsEntry("targetAtoms", "32");
    assertThat(weights.description().provenance())
        .containsKeys("input.views", "input.splits", "spark", "training.seed")
        .containsEntry("training.images", Long.toString(summary.in()));
    assertThat(weights.curve().points()).hasSameSizeAs(points).isNotEmpty();
    StepSummary again = new TrainStep(SharedSession.get()).run(settings, points::add);
    assertThat(again.run()).isEqualTo(summary.run());
    assertThat(weights.curve().points()).hasSameSizeAs(points);
  }

  @Test
  void weightsSayWhatTheyLookAtAlsoWhereAnotherRuleMakesTheSameImages() throws IOException {
    // Whole crystals have one bond length by both rules.
    CompleteRun one = made(views("random", 4, 0, 0, by(BondLength.PARENT_SHELL)));
    CompleteRun other = made(views("random", 4, 0, 0, by(BondLength.BROAD_SHELL)));
    assertThat(other.contentHash()).isEqualTo(one.contentHash());
    for (CompleteRun views : List.of(one, other)) {
      StepSummary made = new TrainStep(SharedSession.get()).run(settings(views, "random"), p -> {});
      TrainedWeights weights =
          TrainedWeights.load(HadoopModelFiles.at(SharedSession.get().hadoop(), made.path()));
      assertThat(weights.description().descriptor().settings())
          .isEqualTo(DescriptorTable.of(views).descriptor().settings());
    }
  }

  private static Imaging by(BondLength rule) {
    return new Imaging(SmallStudy.IMAGES.parameters().withBondLength(rule), false);
  }

  @Test
  void aSplitWithoutTrainingSideIsRefused() {
    assertThatThrownBy(
            () ->
                new TrainStep(SharedSession.get())
                    .run(settings(made(views("region", 1, 0, 0)), "region"), p -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("region");
  }
}
