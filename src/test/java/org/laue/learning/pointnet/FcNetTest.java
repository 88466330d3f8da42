package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class FcNetTest {
  private static final int POINTS = 27;

  private static FcNet spec(boolean permuted) {
    return new FcNet(POINTS, RandomClouds.CLASSES, Head.SOFTMAX, Showing.PLAIN, permuted);
  }

  @Test
  void hasTheParametersThatItsWidthsTell() {
    int linear = 108 * 1024 + 1024 + 1024 * 256 + 256 + 256 * 64 + 64 + 64 * 7 + 7;
    assertThat(spec(false).create(RandomClouds.training(1, 0)).numParams())
        .isEqualTo(linear + 4 * (1024 + 256 + 64));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answersAreThoseOfTheNetworkThatWasTrainedWithStatisticsOfAllThatItLearned(boolean permuted) {
    FcNet spec = spec(permuted);
    MultiLayerNetwork network = spec.create(RandomClouds.training(1, 0));
    network.fit(spec.batch(RandomClouds.of(7, POINTS)));
    List<Example> clouds = RandomClouds.of(20, POINTS);
    INDArray expected = network.output(spec.batch(clouds).getFeatures(), true);
    float[] settled = spec.settled(NetworkSpec.parameters(network), clouds);
    float[][] answers = spec.trained(settled).answer(clouds).outputs();
    assertThat(RandomClouds.furthest(answers, expected)).isLessThan(1e-4);
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    MultiLayerNetwork network = spec(true).create(RandomClouds.training(3, 0.2), DataType.DOUBLE);
    GradientChecks.hold(network, spec(true).batch(RandomClouds.of(6, POINTS)), 9, 1e-7);
  }

  @Test
  void theOrderOfThePointsMatters() {
    Example cloud = RandomClouds.of(1, POINTS).get(0);
    float[] parameters = NetworkSpec.parameters(spec(false).create(RandomClouds.training(1, 0)));
    float[][] answers =
        spec(false).trained(parameters).answer(List.of(cloud, RandomClouds.mixed(cloud))).outputs();
    assertThat(answers[1]).isNotEqualTo(answers[0]);
  }

  @Test
  void pointsKeepTheirOrderUnlessItIsPermutedAtEachShowing() {
    Example cloud = RandomClouds.of(1, POINTS).get(0);
    Example again = new Example(cloud.values(), cloud.target(), cloud.draw() + 1);
    List<Example> shown = List.of(cloud, again);
    for (int i = 0; i < POINTS; i++) {
      // The intensity, which no rotation moves.
      assertThat(spec(false).lists(shown).getFloat(0, 4 * i + 3))
          .isEqualTo(cloud.values()[4 * i + 3]);
    }
    assertThat(intensities(spec(false).lists(shown), 0))
        .isEqualTo(intensities(spec(false).lists(shown), 1));
    assertThat(intensities(spec(true).lists(shown), 0))
        .isNotEqualTo(intensities(spec(true).lists(shown), 1));
  }

  private static float[] intensities(INDArray lists, int cloud) {
    float[] intensities = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      intensities[i] = lists.getFloat(cloud, 4 * i + 3);
    }
    return intensities;
  }

  @Test
  void aListOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> spec(false).trained(new float[100])).isInstanceOf(UserException.class);
  }
}
