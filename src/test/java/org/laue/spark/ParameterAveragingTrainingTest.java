package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.SyntheticImages;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Task;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;

class ParameterAveragingTrainingTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(7, 24, 8, 1e-3, 1e-4, 0.25, 2, 4);
  private static final ModelDescription DESCRIPTION =
      new ModelDescription(
          ConvNet.NAME,
          new ClassTask(ClassScheme.ofLabels("folds", List.of("two", "three", "four"))),
          new Imaging(FingerprintParameters.defaults(), false),
          Map.of());
  private static SparkSession session;

  @BeforeAll
  static void start() {
    session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private static CrystalModel train(Dataset<Row> table, List<LearningCurve.Point> points) {
    return train(SETTINGS, table, points);
  }

  private static CrystalModel train(
      TrainingSettings settings, Dataset<Row> table, List<LearningCurve.Point> points) {
    Trained trained =
        training(settings).train(new ExampleTable(table, "pixels", List.of("id")), points::add);
    return CrystalModel.finish(DESCRIPTION, settings, trained);
  }

  private static ParameterAveragingTraining training(TrainingSettings settings) {
    Task task = DESCRIPTION.task();
    return new ParameterAveragingTraining(
        new JavaSparkContext(session.sparkContext()), new ConvNet(task.outputs()), task, settings);
  }

  /** More workers than cores: they end in any order. */
  @Test
  void fourWorkersGiveTheSameWeightsInEveryRun() {
    TrainingSettings four = SETTINGS.withWorkers(4).withBatches(16);
    Dataset<Row> table = FingerprintTables.synthetic(session, 30, DESCRIPTION.labels());
    CrystalModel model = train(four, table.repartition(1), new ArrayList<>());
    for (int partitions : new int[] {2, 3}) {
      CrystalModel again = train(four, table.repartition(partitions), new ArrayList<>());
      assertThat(again.parameters()).isEqualTo(model.parameters());
    }
  }

  @Test
  void twoWorkersLearnAndPartitionsDoNotMatter() {
    List<LearningCurve.Point> points = new ArrayList<>();
    Dataset<Row> table = FingerprintTables.synthetic(session, 60, DESCRIPTION.labels());
    CrystalModel model = train(table.repartition(1), points);
    assertThat(points).hasSize(3).last().extracting(LearningCurve.Point::batches).isEqualTo(24);
    assertThat(model.accuracy(SyntheticImages.of(30, 3, 99))).isGreaterThan(0.8);
    assertThat(model.description().provenance()).containsEntry("training.workers", "2");
    CrystalModel again = train(table.repartition(5), new ArrayList<>());
    assertThat(again.parameters()).isEqualTo(model.parameters());
  }

  /** The second attempt begins behind the last round that the first one kept. */
  @Test
  void aTrainingBrokenOffGoesOnToTheSameWeights(@TempDir java.nio.file.Path directory)
      throws IOException {
    Dataset<Row> table = FingerprintTables.synthetic(session, 30, DESCRIPTION.labels());
    CrystalModel whole = train(table, new ArrayList<>());
    Path run = new Path(directory.toString());
    assertThatThrownBy(
            () ->
                train(
                    table,
                    point -> {
                      if (point.batches() == 16) {
                        throw new IllegalStateException("broken off");
                      }
                    },
                    states(run)))
        .hasMessage("broken off");
    assertThat(states(run).newest()).map(TrainingState::rounds).hasValue(1);
    java.nio.file.Path half = directory.resolve("_training/round-00000009.state");
    Files.write(half, new byte[] {1, 2, 3});
    List<Integer> rounds = new ArrayList<>();
    Trained trained = train(table, point -> rounds.add(point.round()), states(run));
    assertThat(rounds).containsExactly(2, 3);
    assertThat(trained.curve().points()).hasSize(3);
    assertThat(CrystalModel.finish(DESCRIPTION, SETTINGS, trained).parameters())
        .isEqualTo(whole.parameters());
    assertThat(half).doesNotExist();
    states(run).remove();
    assertThat(states(run).newest()).isEmpty();
  }

  private static TrainingStates states(Path run) throws IOException {
    return new TrainingStates(new Configuration(), run);
  }

  private static Trained train(
      Dataset<Row> table, Consumer<LearningCurve.Point> listener, TrainingStates states) {
    return training(SETTINGS)
        .train(new ExampleTable(table, "pixels", List.of("id")), listener, Optional.of(states));
  }

  @Test
  void unknownLabelsAreRefused() {
    Dataset<Row> table = FingerprintTables.synthetic(session, 6, List.of("two", "three", "five"));
    assertThatThrownBy(() -> train(table, new ArrayList<>()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("five");
  }

  @Test
  void rowsThatOccurTwiceAreRefused() {
    Dataset<Row> table = FingerprintTables.synthetic(session, 6, DESCRIPTION.labels());
    assertThatThrownBy(() -> train(table.union(table), new ArrayList<>()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("two rows");
  }
}
