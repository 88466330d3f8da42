package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class DeepKnetTest {
  private static final int POINTS = 5;

  private static DeepKnet spec(boolean transforming) {
    return new DeepKnet(
        POINTS,
        RandomClouds.CLASSES,
        Head.SOFTMAX,
        new Showing(Ablation.NONE, 1, true),
        transforming);
  }

  @Test
  void hasTheParametersOfTheFirstProgram() {
    // Statistics of batch normalisation are kept among the parameters, though not learned.
    int kept = 2 * (128 + 512 + 128);
    assertThat(spec(false).create(RandomClouds.training(1, 0)).numParams())
        .isEqualTo(5_397_127 + kept);
    int transformer =
        (3 * 64 + 64 + 2 * 64)
            + (64 * 128 + 128 + 2 * 128)
            + (128 * 512 + 512 + 2 * 512)
            + (512 * 128 + 128 + 2 * 128)
            + (128 * 9 + 9);
    assertThat(spec(true).create(RandomClouds.training(1, 0)).numParams())
        .isEqualTo(5_397_127 + kept + transformer + 2 * (64 + 128 + 512 + 128));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answersAreThoseOfTheNetworkThatWasTrainedWithStatisticsOfAllThatItLearned(
      boolean transforming) {
    DeepKnet spec = spec(transforming);
    MultiLayerNetwork network = spec.create(RandomClouds.training(1, 0));
    network.fit(spec.batch(RandomClouds.of(7, POINTS)));
    List<Example> clouds = RandomClouds.of(20, POINTS);
    // In training every batch is normalised by its own statistics: here by those of all clouds.
    INDArray expected = network.output(spec.batch(clouds).getFeatures(), true);
    float[] settled = spec.settled(NetworkSpec.parameters(network), clouds);
    float[][] answers = spec.trained(settled).answer(clouds).outputs();
    assertThat(RandomClouds.furthest(answers, expected)).isLessThan(1e-4);
    assertThat(spec.settled(settled, clouds)).isEqualTo(settled);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientsAreThoseOfFiniteDifferences(boolean transforming) {
    DeepKnet spec = spec(transforming);
    MultiLayerNetwork network = spec.create(RandomClouds.training(3, 0.2), DataType.DOUBLE);
    GradientChecks.hold(network, spec.batch(RandomClouds.of(4, POINTS)), 4, 1e-7);
  }

  @Test
  void orderOfThePointsBesidesTheOriginChangesNoBitOfAnAnswer() {
    DeepKnet spec = spec(true);
    float[] parameters = NetworkSpec.parameters(spec.create(RandomClouds.training(1, 0)));
    DeepKnetInference network = spec.trained(parameters);
    for (Example cloud : RandomClouds.of(10, POINTS)) {
      float[][] answers =
          network.answer(List.of(cloud, RandomClouds.mixed(cloud), cloud)).outputs();
      assertThat(answers[1]).isEqualTo(answers[0]);
      assertThat(answers[2]).isEqualTo(answers[0]);
    }
  }

  @Test
  void learnsWhatItIsShown() {
    DeepKnet spec = spec(true);
    MultiLayerNetwork network = spec.create(RandomClouds.training(1, 0));
    network.fit(spec.batch(RandomClouds.of(7, POINTS)));
    double before = network.score();
    for (int i = 0; i < 12; i++) {
      network.fit(spec.batch(RandomClouds.of(7, POINTS)));
    }
    assertThat(network.score()).isLessThan(0.6 * before);
  }

  @Test
  void travelsAsText() {
    MultiLayerConfiguration layers =
        spec(true).create(RandomClouds.training(1, 0)).getLayerWiseConfigurations();
    MultiLayerNetwork arrived =
        new MultiLayerNetwork(MultiLayerConfiguration.fromJson(layers.toJson()));
    arrived.init();
    MultiLayerNetwork sent = spec(true).create(RandomClouds.training(1, 0));
    arrived.setParams(sent.params().dup());
    INDArray clouds = spec(true).batch(RandomClouds.of(3, POINTS)).getFeatures();
    assertThat(arrived.output(clouds)).isEqualTo(sent.output(clouds));
  }

  @Test
  void aCloudWithoutOriginIsRefused() {
    ClassTask task = new ClassTask(ClassScheme.paper());
    PointCloudSettings settings = PointCloudSettings.defaults();
    assertThat(DeepKnet.of(task, new PointCloudGenerator(settings), false).points()).isEqualTo(343);
    PointCloudGenerator three = new PointCloudGenerator(settings.withMaxMiller(0));
    assertThatThrownBy(() -> DeepKnet.of(task, three, false))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one of 3 points has none")
        .hasMessageContaining("pointnet");
    assertThatThrownBy(() -> spec(false).trained(new float[100])).isInstanceOf(UserException.class);
  }
}
