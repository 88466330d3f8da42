package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

class PointNetTest {
  private static final int POINTS = 27;

  private final PointNet spec = new PointNet(POINTS, 7, Head.SOFTMAX);

  private static TrainingSettings settings(long seed) {
    return RandomClouds.training(seed, 0.2);
  }

  private static List<Example> clouds(int count) {
    return RandomClouds.of(count, POINTS);
  }

  @Test
  void hasTheParametersThatItsWidthsTell() {
    MultiLayerNetwork network = spec.create(settings(1));
    int linear =
        4 * 128
            + 128
            + 128 * 256
            + 256
            + 256 * 512
            + 512 // of a point
            + 512 * 256
            + 256
            + 256 * 128
            + 128
            + 128 * 7
            + 7; // of a cloud
    int normalised = 128 + 256 + 512 + 256 + 128;
    assertThat(linear + 2 * normalised).isEqualTo(332_935);
    // Mean and variance of each are kept among the parameters, though not learned.
    assertThat(network.numParams()).isEqualTo(332_935 + 2 * normalised);
  }

  @Test
  void withLengthsEachPointIsShownWithThatOfItsVector() {
    PointNet lengths = spec.telling(Told.LENGTHS);
    assertThat(lengths.name()).isEqualTo("pointnet-lengths");
    assertThat(lengths.create(settings(1)).numParams())
        .isEqualTo(spec.create(settings(1)).numParams() + PointNet.POINT_WIDTHS[0]);
    Example cloud = clouds(1).get(0);
    float[] plain = spec.batch(List.of(cloud)).getFeatures().reshape(-1).toFloatVector();
    float[] told = lengths.batch(List.of(cloud)).getFeatures().reshape(-1).toFloatVector();
    assertThat(Arrays.copyOf(told, plain.length)).isEqualTo(plain);
    for (int point = 0; point < POINTS; point++) {
      double length =
          Math.hypot(Math.hypot(plain[point], plain[POINTS + point]), plain[2 * POINTS + point]);
      assertThat(told[plain.length + point]).isCloseTo((float) length, within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void toldMoreAnswersAreThoseOfTheNetworkThatWasTrained(Told told) {
    PointNet telling = spec.telling(told);
    MultiLayerNetwork network = telling.create(settings(5));
    network.fit(telling.batch(clouds(9)));
    List<Example> asked = clouds(3);
    float[][] answers = telling.trained(network.params().toFloatVector()).answer(asked).outputs();
    INDArray expected = network.output(telling.batch(asked).getFeatures());
    assertThat(RandomClouds.furthest(answers, expected)).isLessThan(1e-5);
  }

  @Test
  void sameSeedGivesSameWeights() {
    float[] weights = NetworkSpec.parameters(spec.create(settings(1)));
    assertThat(NetworkSpec.parameters(spec.create(settings(1)))).isEqualTo(weights);
    assertThat(NetworkSpec.parameters(spec.create(settings(2)))).isNotEqualTo(weights);
  }

  @Test
  void orderOfThePointsChangesNoBitOfAnAnswer() {
    PointNetInference network = trained();
    for (Example cloud : clouds(40)) {
      Example mixed = Example.shown(shuffled(cloud.values(), cloud.draw()), cloud.draw());
      assertThat(network.answer(List.of(mixed)).outputs()[0])
          .isEqualTo(network.answer(List.of(cloud)).outputs()[0]);
    }
  }

  private static float[] shuffled(float[] values, long seed) {
    int[] order = new StableRandom(seed * 31).sample(POINTS, POINTS);
    float[] mixed = new float[values.length];
    for (int i = 0; i < POINTS; i++) {
      System.arraycopy(values, 4 * order[i], mixed, 4 * i, 4);
    }
    return mixed;
  }

  @Test
  void cloudsAreTurnedAndShuffledWheneverTheyAreShownForTraining() {
    Example once = clouds(1).get(0);
    Example again = new Example(once.values(), once.target(), once.draw() + 1);
    DataSet batch = spec.batch(List.of(once, again, once));
    float[][] first = points(batch, 0);
    assertThat(points(batch, 2)).isDeepEqualTo(first);
    assertThat(points(batch, 1)).isNotEqualTo(first);
    // Another order, another direction; the same lengths and intensities.
    float[][] given = new float[POINTS][];
    Arrays.setAll(given, i -> Arrays.copyOfRange(once.values(), 4 * i, 4 * i + 4));
    assertThat(intensities(first)).isNotEqualTo(intensities(given));
    assertThat(sorted(intensities(first))).isEqualTo(sorted(intensities(given)));
    assertThat(sorted(lengths(first))).containsExactly(sorted(lengths(given)), within(1e-5));
  }

  private static float[][] points(DataSet batch, int cloud) {
    return batch.getFeatures().slice(cloud).transpose().toFloatMatrix();
  }

  private static double[] intensities(float[][] points) {
    return Arrays.stream(points).mapToDouble(p -> p[3]).toArray();
  }

  private static double[] lengths(float[][] points) {
    return Arrays.stream(points)
        .mapToDouble(p -> Math.hypot(Math.hypot(p[0], p[1]), p[2]))
        .toArray();
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  @Test
  void cloudsAreTurnedWhenTheyAreAskedAbout() {
    PointNetInference network = trained();
    float[] values = clouds(1).get(0).values();
    List<Example> shown =
        List.of(Example.shown(values, 1), Example.shown(values, 2), Example.shown(values, 1));
    float[][] answers = network.answer(shown).outputs();
    assertThat(answers[1]).isNotEqualTo(answers[0]);
    assertThat(answers[2]).isEqualTo(answers[0]);
  }

  @Test
  void turnsAreOrthogonalAndHalfOfThemReflect() {
    int reflections = 0;
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      double[][] q = Showing.orthogonal(new StableRandom(seed));
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          double dot = q[a][0] * q[b][0] + q[a][1] * q[b][1] + q[a][2] * q[b][2];
          assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-12));
        }
      }
      reflections += determinant(q) < 0 ? 1 : 0;
      sum += q[0][0];
    }
    assertThat(reflections).isBetween(160, 240);
    assertThat(sum / 400).isCloseTo(0, within(0.1));
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  @Test
  void answersAreThoseOfTheNetworkThatWasTrained() {
    MultiLayerNetwork network = trainedNetwork();
    List<Example> clouds = clouds(9);
    INDArray expected = network.output(spec.batch(clouds).getFeatures());
    float[][] answers = spec.trained(NetworkSpec.parameters(network)).answer(clouds).outputs();
    for (int i = 0; i < 9; i++) {
      assertThat(answers[i]).containsExactly(expected.getRow(i).toFloatVector(), within(1e-5f));
    }
  }

  @Test
  void settledStatisticsAreThoseOfEverythingThatWasLearnedAndNotOfTheFirstUpdates() {
    MultiLayerNetwork network = spec.create(RandomClouds.training(1, 0));
    network.fit(spec.batch(clouds(7)));
    List<Example> clouds = clouds(40);
    // In training every batch is normalised by its own statistics: here by those of all clouds.
    INDArray expected = network.output(spec.batch(clouds).getFeatures(), true);
    float[] before = NetworkSpec.parameters(network);
    float[] settled = spec.settled(before, clouds);
    assertThat(RandomClouds.furthest(spec.trained(before).answer(clouds).outputs(), expected))
        .isGreaterThan(.01);
    assertThat(RandomClouds.furthest(spec.trained(settled).answer(clouds).outputs(), expected))
        .isLessThan(1e-4);
    assertThat(spec.settled(settled, clouds)).isEqualTo(settled);
    assertThat(before).isEqualTo(NetworkSpec.parameters(network));
  }

  @Test
  void thePointsThatDecideAreAllThatAnAnswerNeeds() {
    PointNetInference network = trained();
    Example cloud = clouds(1).get(0);
    int[] deciding = network.deciding(cloud);
    assertThat(deciding).hasSize(POINTS);
    assertThat(Arrays.stream(deciding).sum()).isBetween(1, 512);
    assertThat(deciding).contains(0);
    int strongest =
        IntStream.range(0, POINTS).filter(p -> deciding[p] > 0).findFirst().orElseThrow();
    // Points that decide nothing may be replaced by one that stays; others may not.
    float[] values = cloud.values().clone();
    for (int p = 0; p < POINTS; p++) {
      if (deciding[p] == 0) {
        System.arraycopy(cloud.values(), 4 * strongest, values, 4 * p, 4);
      }
    }
    float[] expected = network.answer(List.of(cloud)).outputs()[0];
    Example reduced = Example.shown(values, cloud.draw());
    assertThat(network.answer(List.of(reduced)).outputs()[0])
        .containsExactly(expected, within(1e-6f));
  }

  @Test
  void learnsWhatItIsShown() {
    MultiLayerNetwork network = spec.create(settings(1));
    DataSet batch = spec.batch(clouds(7));
    network.fit(batch);
    double before = network.score();
    for (int i = 0; i < 30; i++) {
      network.fit(batch);
    }
    assertThat(network.score()).isLessThan(0.5 * before);
  }

  /** A database holds moduli of a million GPa among those of a hundred. */
  @Test
  void oneWildNumberSpoilsNoOther() {
    PointNet numbers = new PointNet(POINTS, 1, Head.numbers(1));
    List<Example> clouds =
        IntStream.range(0, 32)
            .mapToObj(
                i -> {
                  float[] values = clouds(32).get(i).values();
                  float target = i == 5 ? 1e5f : i % 2 == 0 ? 1 : -1;
                  for (int at = 3; at < values.length; at += Showing.PLAIN.given()) {
                    values[at] = i % 2 == 0 ? 0.9f : 0.1f;
                  }
                  return new Example(values, new float[] {target}, i);
                })
            .toList();
    MultiLayerNetwork network = numbers.create(settings(1));
    for (int i = 0; i < 40; i++) {
      network.fit(numbers.batch(clouds));
    }
    float[][] answers = network.output(numbers.batch(clouds).getFeatures()).toFloatMatrix();
    assertThat(
            IntStream.range(0, 32)
                .filter(i -> i != 5)
                .mapToDouble(i -> Math.abs(answers[i][0] - clouds.get(i).target()[0])))
        .allMatch(error -> error < 0.9);
  }

  /** The same network of DL4J's own layers, in double precision. */
  private static MultiLayerNetwork ofItsOwnLayers(TrainingSettings settings) {
    return ofItsOwnLayers(settings, Showing.PLAIN.given());
  }

  private static MultiLayerNetwork ofItsOwnLayers(TrainingSettings settings, int values) {
    NeuralNetConfiguration.ListBuilder layers = Layers.none(settings, DataType.DOUBLE);
    layers.inputPreProcessor(0, new RnnToFeedForwardPreProcessor());
    int pooled = Layers.ofPoints(layers, values, PointNet.POINT_WIDTHS);
    layers
        .inputPreProcessor(3 * PointLayer.LAYERS, new FeedForwardToRnnPreProcessor())
        .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
    int width = Layers.ofClouds(layers, settings, pooled, PointNet.CLOUD_WIDTHS);
    return Layers.network(layers.layer(Layers.output(width, 7, Head.SOFTMAX)), settings);
  }

  @Test
  void gradientsOfItsOwnLayersAreThoseOfFiniteDifferences() {
    GradientChecks.hold(ofItsOwnLayers(settings(3)), spec.batch(clouds(6)), 9, 1e-8);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAndRunningStatisticsAreThoseOfItsOwnLayers(Told told) {
    PointNet shown = spec.telling(told);
    for (int seed = 1; seed < 5; seed++) {
      MultiLayerNetwork own = ofItsOwnLayers(settings(seed), shown.showing().width());
      MultiLayerNetwork fast = shown.create(settings(seed));
      // Some gammas negative, no statistic at its first value.
      SplittableRandom random = new SplittableRandom(seed);
      INDArray parameters = fast.params();
      for (int i = 0; i < parameters.length(); i++) {
        parameters.putScalar(i, parameters.getDouble(i) + random.nextGaussian(0, 0.05));
      }
      Map<String, INDArray> ofPoints = fast.getLayer(0).paramTable();
      ofPoints.get(PointLayer.GAMMA + 2).muli(-1);
      ofPoints.get(PointLayer.GAMMA + 1).putScalar(3, -0.7);
      own.setParams(parameters.castTo(DataType.DOUBLE));
      DataSet batch = shown.batch(clouds(9));
      double[] slow = gradient(own, batch, DataType.DOUBLE);
      double[] quick = gradient(fast, batch, DataType.FLOAT);
      assertThat(quick).hasSameSizeAs(slow);
      double length = Math.sqrt(Arrays.stream(slow).map(x -> x * x).sum());
      double[] apart = new double[slow.length];
      Arrays.setAll(apart, i -> quick[i] - slow[i]);
      assertThat(Math.sqrt(Arrays.stream(apart).map(x -> x * x).sum()) / length).isLessThan(2e-5);
      assertThat(Arrays.stream(apart).map(Math::abs).max().orElseThrow() / length).isLessThan(1e-5);
      assertThat(fast.output(batch.getFeatures()).castTo(DataType.DOUBLE).toDoubleMatrix()[4])
          .containsExactly(
              own.output(batch.getFeatures().castTo(DataType.DOUBLE)).toDoubleMatrix()[4],
              within(1e-5));
    }
  }

  private static double[] gradient(MultiLayerNetwork network, DataSet batch, DataType type) {
    network.setInput(batch.getFeatures().castTo(type));
    network.setLabels(batch.getLabels().castTo(type));
    network.computeGradientAndScore();
    return network.getFlattenedGradients().reshape(-1).castTo(DataType.DOUBLE).toDoubleVector();
  }

  @Test
  void anUpdateMovesTheRunningStatisticsAsItsOwnLayersDo() {
    MultiLayerNetwork own = ofItsOwnLayers(RandomClouds.training(2, 0));
    MultiLayerNetwork fast = spec.create(RandomClouds.training(2, 0));
    own.setParams(fast.params().castTo(DataType.DOUBLE));
    DataSet batch = spec.batch(clouds(9));
    fast.fit(batch);
    own.fit(
        new DataSet(
            batch.getFeatures().castTo(DataType.DOUBLE),
            batch.getLabels().castTo(DataType.DOUBLE)));
    for (int layer = 0; layer < PointLayer.LAYERS; layer++) {
      for (String statistic : List.of(PointLayer.MEAN, PointLayer.VARIANCE)) {
        assertThat(fast.getLayer(0).paramTable().get(statistic + layer).toFloatVector())
            .containsExactly(
                own.getLayer(3 * layer + 1)
                    .paramTable()
                    .get(statistic)
                    .castTo(DataType.FLOAT)
                    .toFloatVector(),
                within(1e-5f));
      }
    }
  }

  @Test
  void refusesWhatIsNoCloud() {
    ClassTask task = new ClassTask(ClassScheme.paper());
    Imaging images = new Imaging(FingerprintParameters.defaults(), false);
    assertThatThrownBy(() -> PointNet.of(PointNet.NAME, task, images))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("points with x, y, z and intensity each, the descriptor makes [");
    PointCloudSettings settings = PointCloudSettings.defaults();
    PointNet clouds = PointNet.of(PointNet.NAME, task, new PointCloudGenerator(settings));
    assertThat(clouds.points()).isEqualTo(343);
    assertThat(clouds.outputs()).isEqualTo(7);
    assertThatThrownBy(() -> spec.trained(new float[100])).isInstanceOf(UserException.class);
  }

  private PointNetInference trained() {
    return spec.trained(NetworkSpec.parameters(trainedNetwork()));
  }

  private MultiLayerNetwork trainedNetwork() {
    MultiLayerNetwork network = spec.create(settings(1));
    for (int i = 0; i < 5; i++) {
      network.fit(spec.batch(clouds(7)));
    }
    return network;
  }
}
