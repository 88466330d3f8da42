package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainedNetwork;
import org.laue.learning.training.TrainingSettings;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A number, learned by another network from another descriptor, goes through the same loop: a cloud
 * of points in the plane, given in random order and turned anew at each showing, whose target does
 * not care about either.
 */
class ScalarTrainingTest {
  private static final int POINTS = 4;
  private static final ScalarTask RADIUS =
      new ScalarTask(List.of(new ScalarTask.Scalar("mean_radius", "angstrom")));
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(3, 400, 16, 0.01, 0.001, 0, 2, 10);

  /** Radii are no invariant of a flat list of coordinates: the network must learn to be one. */
  private record CloudNetwork() implements NetworkSpec {
    private static final long serialVersionUID = 1L;

    @Override
    public MultiLayerNetwork create(TrainingSettings settings) {
      MultiLayerNetwork network =
          new MultiLayerNetwork(
              new NeuralNetConfiguration.Builder()
                  .seed(settings.seed())
                  .updater(new Adam(settings.learningRate()))
                  .list()
                  .layer(dense(2 * POINTS, 48))
                  .layer(dense(48, 24))
                  .layer(
                      new OutputLayer.Builder(LossFunction.MSE)
                          .nIn(24)
                          .nOut(1)
                          .activation(Activation.IDENTITY)
                          .build())
                  .build());
      network.init();
      return network;
    }

    private static DenseLayer dense(int inputs, int outputs) {
      return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(Activation.RELU).build();
    }

    @Override
    public DataSet batch(List<Example> examples) {
      float[][] targets = examples.stream().map(Example::target).toArray(float[][]::new);
      return new DataSet(turned(examples), Nd4j.createFromArray(targets));
    }

    @Override
    public String name() {
      return "cloud";
    }

    @Override
    public TrainedNetwork trained(float[] parameters) {
      MultiLayerNetwork network = create(SETTINGS);
      network.setParams(Nd4j.createFromArray(parameters));
      return things -> {
        INDArray shown = turned(things);
        return new Answers(
            network.output(shown).toFloatMatrix(),
            network.feedForwardToLayer(1, shown, false).get(2).toFloatMatrix());
      };
    }

    private static INDArray turned(List<Example> examples) {
      return Nd4j.createFromArray(
          examples.stream().map(CloudNetwork::turned).toArray(float[][]::new));
    }

    private static float[] turned(Example example) {
      SplittableRandom random = new SplittableRandom(example.draw());
      double angle = random.nextDouble(2 * Math.PI);
      int first = random.nextInt(POINTS);
      float[] turned = new float[2 * POINTS];
      for (int i = 0; i < POINTS; i++) {
        int from = 2 * ((first + i) % POINTS);
        double x = example.values()[from];
        double y = example.values()[from + 1];
        turned[2 * i] = (float) (x * Math.cos(angle) - y * Math.sin(angle));
        turned[2 * i + 1] = (float) (x * Math.sin(angle) + y * Math.cos(angle));
      }
      return turned;
    }
  }

  private static Dataset<Row> clouds(int count) {
    SplittableRandom random = new SplittableRandom(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] cloud = new float[2 * POINTS];
      double sum = 0;
      double scale = random.nextDouble(0.5, 2);
      for (int p = 0; p < POINTS; p++) {
        double angle = random.nextDouble(2 * Math.PI);
        double radius = scale * random.nextDouble(0.8, 1.2);
        cloud[2 * p] = (float) (radius * Math.cos(angle));
        cloud[2 * p + 1] = (float) (radius * Math.sin(angle));
        sum += radius;
      }
      rows.add(
          RowFactory.create(
              "cloud-%04d".formatted(i), null, i % 5 == 4 ? "test" : "train", cloud, sum / POINTS));
    }
    return NumberRows.frame(rows, "points", "mean_radius");
  }

  private static Trained train(Dataset<Row> clouds, Task task, List<LearningCurve.Point> points) {
    return new ParameterAveragingTraining(
            SharedSession.get().context(), new CloudNetwork(), task, SETTINGS)
        .train(new ExampleTable(clouds, "points", List.of("id")), points::add);
  }

  @Test
  void aNumberIsLearnedAndPartitionsDoNotMatter() {
    List<LearningCurve.Point> points = new ArrayList<>();
    Dataset<Row> clouds = clouds(400);
    Trained trained = train(clouds.repartition(1), RADIUS, points);
    assertThat(points.get(points.size() - 1).testAccuracy()).isBetween(0.8, 1.0);
    assertThat(trained.examples()).isEqualTo(320);
    Trained again = train(clouds.repartition(3), RADIUS, new ArrayList<>());
    assertThat(again.parameters()).isEqualTo(trained.parameters());
  }

  @Test
  void everyShowingDrawsAnewAndTheSameInEveryRun() {
    Dataset<Row> clouds = clouds(20);
    TrainingExamples examples =
        new TrainingExamples(new ExampleTable(clouds, "points", List.of("id")), "train", RADIUS);
    Map<String, long[]> twice = Map.of(examples.keys().get(0), new long[] {0, 1});
    List<Long> draws = draws(examples, twice, 7);
    assertThat(draws).doesNotHaveDuplicates().hasSize(2).isEqualTo(draws(examples, twice, 7));
    assertThat(draws).doesNotContainAnyElementsOf(draws(examples, twice, 8));
  }

  private static List<Long> draws(
      TrainingExamples examples, Map<String, long[]> places, long seed) {
    return examples.distribute(SharedSession.get().context(), places, 1, seed).collect().stream()
        .map(placed -> placed.example().draw())
        .toList();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    ScalarTask gap = new ScalarTask(List.of(new ScalarTask.Scalar("gap", "eV")));
    assertThat(gap.target(null, new float[] {1.5f})).containsExactly(1.5f);
    assertThatThrownBy(() -> gap.target(null, new float[] {Float.NaN}))
        .hasMessageContaining("Column gap of the examples holds NaN");
    assertThat(gap.score(new float[][] {{1}, {3}}, new float[][] {{1}, {3}})).isEqualTo(1);
    assertThat(gap.score(new float[][] {{2}, {2}}, new float[][] {{1}, {3}})).isZero();
    assertThat(gap.numberColumns()).containsExactly("gap");
  }
}
