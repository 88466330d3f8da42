package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
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
    return new TrainingSettings(seed, 20, 5, 1e-3, 1e-5, 0.2, 1, 1);
  }

  private static List<Example> clouds(int count) {
    SplittableRandom random = new SplittableRandom(4);
    return IntStream.range(0, count).mapToObj(i -> cloud(i, random)).toList();
  }

  private static Example cloud(int number, SplittableRandom random) {
    float[] values = new float[4 * POINTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (i % 4 == 3 ? random.nextDouble() : random.nextGaussian(0, 0.3));
    }
    float[] target = new float[7];
    target[number % 7] = 1;
    return new Example(values, target, 100 + number);
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
    MultiLayerNetwork network = new PointNet(POINTS, 7, Head.SOFTMAX).create(undropped());
    network.fit(spec.batch(clouds(7)));
    List<Example> clouds = clouds(40);
    // In training every batch is normalised by its own statistics: here by those of all clouds.
    INDArray expected = network.output(spec.batch(clouds).getFeatures(), true);
    float[] before = NetworkSpec.parameters(network);
    float[] settled = spec.settled(before, clouds);
    assertThat(furthest(spec.trained(before).answer(clouds).outputs(), expected))
        .isGreaterThan(.01);
    assertThat(furthest(spec.trained(settled).answer(clouds).outputs(), expected)).isLessThan(1e-4);
    assertThat(spec.settled(settled, clouds)).isEqualTo(settled);
    assertThat(before).isEqualTo(NetworkSpec.parameters(network));
  }

  private static TrainingSettings undropped() {
    return new TrainingSettings(1, 20, 5, 1e-3, 1e-5, 0, 1, 1);
  }

  private static double furthest(float[][] answers, INDArray expected) {
    double furthest = 0;
    for (int i = 0; i < answers.length; i++) {
      for (int c = 0; c < answers[i].length; c++) {
        furthest = Math.max(furthest, Math.abs(answers[i][c] - expected.getDouble(i, c)));
      }
    }
    return furthest;
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

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    MultiLayerNetwork network = spec.create(settings(3), DataType.DOUBLE);
    DataSet batch = spec.batch(clouds(6));
    network.setInput(batch.getFeatures().castTo(DataType.DOUBLE));
    network.setLabels(batch.getLabels().castTo(DataType.DOUBLE));
    network.computeGradientAndScore();
    double[] gradient = network.getFlattenedGradients().reshape(-1).toDoubleVector();
    for (int parameter : someOfEachLayer(network)) {
      // So short that hardly a rectifier or a maximum changes within it.
      double step = 1e-8;
      double slope =
          (score(network, parameter, step) - score(network, parameter, -step)) / (2 * step);
      assertThat(gradient[parameter] / 6)
          .as("parameter %d", parameter)
          .isCloseTo(slope, within(1e-6 + 1e-5 * Math.abs(slope)));
    }
  }

  /** Nine learned parameters of each layer that has any. */
  private static Set<Integer> someOfEachLayer(MultiLayerNetwork network) {
    Set<Integer> chosen = new HashSet<>();
    int first = 0;
    for (Layer layer : network.getLayers()) {
      int all = Math.toIntExact(layer.numParams());
      int learned = layer.conf().getLayer() instanceof BatchNormalization ? all / 2 : all;
      for (int i = 0; i < 9 && learned > 0; i++) {
        chosen.add(first + (int) ((long) i * (learned - 1) / 8));
      }
      first += all;
    }
    return chosen;
  }

  private static double score(MultiLayerNetwork network, int parameter, double step) {
    double before = network.params().getDouble(parameter);
    network.params().putScalar(parameter, before + step);
    network.computeGradientAndScore();
    network.params().putScalar(parameter, before);
    return network.score();
  }

  @Test
  void refusesWhatIsNoCloud() {
    ClassTask task = new ClassTask(ClassScheme.paper());
    Imaging images = new Imaging(FingerprintParameters.defaults(), false);
    assertThatThrownBy(() -> PointNet.of(task, images))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("points x 4");
    PointCloudSettings settings = PointCloudSettings.defaults();
    PointNet clouds = PointNet.of(task, new PointCloudGenerator(settings));
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
