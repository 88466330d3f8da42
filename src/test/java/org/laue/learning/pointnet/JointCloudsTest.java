package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import org.laue.descriptors.pointcloud.PointCloudSettings;
import org.laue.descriptors.pointcloud.Probe;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.Example;
import org.laue.learning.training.NetworkSpec;
import org.laue.structure.ClassScheme;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clouds whose points have an intensity of x-rays and one of neutrons. */
class JointCloudsTest {
  private static final int POINTS = 4;
  private static final int WIDTH = 5;
  private static final PointCloudGenerator CLOUDS =
      new PointCloudGenerator(
          PointCloudSettings.defaults().withProbe(Probe.JOINT).withMaxMiller(-1));

  static Stream<NetworkSpec> everyNetwork() {
    ClassTask task = new ClassTask(ClassScheme.paper());
    return Stream.concat(
        PointNet.NAMES.stream().map(name -> PointNet.of(name, task, CLOUDS)),
        Stream.of(
            DeepKnet.of(task, CLOUDS, false),
            DeepKnet.of(task, CLOUDS, true),
            FcNet.of(task, CLOUDS, false)));
  }

  @ParameterizedTest
  @MethodSource
  void everyNetwork(NetworkSpec spec) {
    MultiLayerNetwork network = spec.create(RandomClouds.training(1, 0));
    network.fit(spec.batch(RandomClouds.of(7, POINTS, 2)));
    List<Example> clouds = RandomClouds.of(20, POINTS, 2);
    INDArray expected = network.output(spec.batch(clouds).getFeatures(), true);
    float[] settled = spec.settled(NetworkSpec.parameters(network), clouds);
    float[][] answers = spec.trained(settled).answer(clouds).outputs();
    assertThat(RandomClouds.furthest(answers, expected)).isLessThan(1e-4);
    List<Example> others = clouds.stream().map(JointCloudsTest::withoutNeutrons).toList();
    assertThat(RandomClouds.furthest(spec.trained(settled).answer(others).outputs(), expected))
        .isGreaterThan(1e-3);
  }

  private static Example withoutNeutrons(Example cloud) {
    float[] values = cloud.values().clone();
    for (int at = WIDTH - 1; at < values.length; at += WIDTH) {
      values[at] = 0;
    }
    return new Example(values, cloud.target(), cloud.draw());
  }

  private static float[][] shown(Ablation ablation, Example cloud) {
    float[] values = new Showing(ablation, 5, false, 2, Told.NOTHING).of(cloud);
    float[][] points = new float[POINTS][];
    Arrays.setAll(points, i -> Arrays.copyOfRange(values, WIDTH * i, WIDTH * (i + 1)));
    return points;
  }

  private static List<List<Float>> pairs(float[][] points) {
    return Arrays.stream(points).map(point -> List.of(point[3], point[4])).toList();
  }

  @Test
  void theTwoIntensitiesOfAPointStayTogether() {
    Example cloud = RandomClouds.of(1, POINTS, 2).get(0);
    List<List<Float>> whole = pairs(shown(Ablation.NONE, cloud));
    float[][] shuffled = shown(Ablation.NONE.withIntensities(Ablation.Intensities.SHUFFLED), cloud);
    assertThat(pairs(shuffled)).containsExactlyInAnyOrderElementsOf(whole);
    float[][] scaled =
        shown(Ablation.NONE.withIntensities(Ablation.Intensities.RANDOM_SCALE), cloud);
    assertThat(ratios(scaled)).containsExactly(ratios(shown(Ablation.NONE, cloud)), within(1e-5));
    assertThat(pairs(scaled)).doesNotContainAnyElementsOf(whole);
  }

  private static double[] ratios(float[][] points) {
    return Arrays.stream(points).mapToDouble(point -> point[4] / point[3]).sorted().toArray();
  }
}
