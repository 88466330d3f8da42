package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.graph.GraphSettings;
import org.laue.learning.Networks;
import org.laue.learning.sen.Sen;
import org.laue.learning.training.EarlyStopping;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Graphs of any size go through the loop of all networks. */
class SenTrainingTest {
  private static final GraphGenerator GRAPHS =
      new GraphGenerator(GraphSettings.defaults().withNearest(4));
  private static final ScalarTask EDGE =
      new ScalarTask(List.of(new ScalarTask.Scalar("edge", "angstrom").scaled(3, 0.5)));
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(3, 8, 3, 1e-3, 1e-4, 0.1, 2, 2);

  private static Dataset<Row> graphs() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double edge = 2.5 + 0.1 * i;
      Crystal cell =
          Crystal.of(
              Lattice.ofParameters(edge, edge, edge, 90, 90, 90),
              new int[] {3 + i % 4},
              new double[3]);
      float[] values = GRAPHS.of(cell.supercell(1, 1, 1 + i % 3)).values();
      rows.add(RowFactory.create("cell-%02d".formatted(i), null, "train", values, edge));
    }
    return NumberRows.frame(rows, "values", "edge");
  }

  private static float[] trained(String network, int partitions) {
    ExampleTable table =
        new ExampleTable(graphs().repartition(partitions), "values", List.of("id"));
    return new ParameterAveragingTraining(
            SharedSession.get().context(), Networks.named(network, EDGE, GRAPHS), EDGE, SETTINGS)
        .train(table, point -> {})
        .parameters();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sen", "cgcnn"})
  void partitionsMoveNoWeight(String network) {
    float[] once = trained(network, 1);
    assertThat(trained(network, 3)).isEqualTo(once);
    float[] first = NetworkSpec.parameters(Networks.named(network, EDGE, GRAPHS).create(SETTINGS));
    assertThat(once).isNotEqualTo(first);
  }

  private static Dataset<Row> graphsAndValidation() {
    // What is learned makes these answers worse: longer cells have smaller numbers.
    List<Row> rows = new ArrayList<>();
    for (Row row : graphs().collectAsList()) {
      String id = "other-" + row.getString(0);
      rows.add(RowFactory.create(id, null, "validation", row.get(3), 6 - row.getDouble(4)));
    }
    return graphs().union(NumberRows.frame(rows, "values", "edge"));
  }

  private static Trained stopped(Dataset<Row> rows) {
    TrainingSettings settings = SETTINGS.withBatches(40);
    return new ParameterAveragingTraining(
            SharedSession.get().context(), Sen.of(Sen.NAME, EDGE, GRAPHS), EDGE, settings)
        .stopping(new EarlyStopping(2, 10))
        .train(new ExampleTable(rows, "values", List.of("id")), point -> {});
  }

  @Test
  void theWeightsThatAnswerTheValidationSideBestAreKept() {
    Trained trained = stopped(graphsAndValidation());
    assertThat(trained.curve().points())
        .as("ended before the last batch")
        .allMatch(point -> point.batches() < 40);
    assertThat(Integer.parseInt(trained.found().get("training.best_batches"))).isBetween(4, 32);
    assertThat(trained.found()).containsEntry("training.validation_size", "12");
    assertThat(stopped(graphsAndValidation().repartition(3)).parameters())
        .isEqualTo(trained.parameters());
    assertThat(stopped(graphsAndValidation().repartition(3)).found()).isEqualTo(trained.found());
  }

  @Test
  void stoppingEarlyNeedsAValidationSide() {
    assertThatThrownBy(() -> stopped(graphs()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("train.validation-fraction");
  }
}
