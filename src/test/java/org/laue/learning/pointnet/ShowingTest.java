package org.laue.learning.pointnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laue.StableRandom;
import org.laue.descriptors.pointcloud.Ablation;
import org.laue.learning.training.Example;

/** What is drawn of an ablation whenever a cloud is shown. */
class ShowingTest {
  private static final int POINTS = 200;

  /** Points of the cloud that pad it. */
  private static final int PADDING = 20;

  private static final float[] CLOUD = cloud();

  private static float[] cloud() {
    SplittableRandom random = new SplittableRandom(5);
    float[] values = new float[4 * POINTS];
    for (int i = 0; i < values.length - 4 * PADDING; i++) {
      values[i] = (float) random.nextDouble(0.1, 1);
    }
    return values;
  }

  private static Showing showing(Ablation ablation) {
    return new Showing(ablation, 5, false);
  }

  private static float[][] shown(Ablation ablation, long draw) {
    return points(showing(ablation).of(Example.shown(CLOUD, draw)));
  }

  private static float[][] points(float[] values) {
    return IntStream.range(0, values.length / 4)
        .mapToObj(i -> Arrays.copyOfRange(values, 4 * i, 4 * i + 4))
        .toArray(float[][]::new);
  }

  private static double[] sorted(float[][] points, ToDoubleFunction<float[]> value) {
    return Arrays.stream(points).mapToDouble(value).sorted().toArray();
  }

  private static double length(float[] point) {
    return Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
  }

  @Test
  void aRandomScaleKeepsTheRatiosOfTheIntensities() {
    Ablation scaled = Ablation.NONE.withIntensities(Ablation.Intensities.RANDOM_SCALE);
    double[] before = sorted(points(CLOUD), p -> p[3]);
    double[] factors =
        IntStream.range(0, 50)
            .mapToDouble(
                draw -> {
                  double[] after = sorted(shown(scaled, draw), p -> p[3]);
                  double factor = after[POINTS - 1] / before[POINTS - 1];
                  for (int i = 0; i < POINTS; i++) {
                    assertThat(after[i]).isCloseTo(factor * before[i], within(1e-6));
                  }
                  return factor;
                })
            .toArray();
    assertThat(factors).doesNotHaveDuplicates();
    assertThat(Arrays.stream(factors)).allMatch(f -> f >= 0 && f < 1);
    assertThat(Arrays.stream(factors).average().orElseThrow()).isBetween(0.35, 0.65);
  }

  @Test
  void shuffledIntensitiesStandAtOtherPoints() {
    float[][] points = shown(Ablation.NONE.withIntensities(Ablation.Intensities.SHUFFLED), 3);
    assertThat(sorted(points, p -> p[3])).isEqualTo(sorted(points(CLOUD), p -> p[3]));
    assertThat(sorted(points, ShowingTest::length))
        .containsExactly(sorted(points(CLOUD), ShowingTest::length), within(1e-5));
    assertThat(sorted(points, p -> p[3] * length(p)))
        .isNotEqualTo(sorted(points(CLOUD), p -> p[3] * length(p)));
    assertThat(Arrays.asList(points)).haveExactly(PADDING, allZero());
  }

  private static Condition<float[]> allZero() {
    return new Condition<>(p -> length(p) == 0 && p[3] == 0, "all zero");
  }

  @Test
  void noiseHasTheSpreadThatIsAskedForAndLeavesIntensitiesAndPaddingAlone() {
    double sigma = 0.05;
    float[][] exact = points(showing(Ablation.NONE).of(Example.shown(CLOUD, 3)));
    float[][] noisy =
        points(new Showing(Ablation.NONE.withNoise(sigma), 5, false).of(Example.shown(CLOUD, 3)));
    assertThat(Arrays.asList(noisy)).haveExactly(PADDING, allZero());
    double squares = 0;
    for (float[] point : noisy) {
      float[] own = Arrays.stream(exact).filter(p -> p[3] == point[3]).findFirst().orElseThrow();
      for (int c = 0; c < 3; c++) {
        squares += Math.pow(5 * (point[c] - own[c]), 2);
      }
    }
    assertThat(Math.sqrt(squares / 3 / (POINTS - PADDING))).isCloseTo(sigma, within(0.1 * sigma));
  }

  @Test
  void droppedPointsAreGoneAndNothingNewIsThere() {
    float[][] points = shown(Ablation.NONE.withDropped(0.25), 3);
    double[] kept = Arrays.stream(points).mapToDouble(p -> p[3]).distinct().sorted().toArray();
    // A quarter of 180, and the padding counts as one value.
    assertThat(kept).hasSize(180 - 45 + 1);
    assertThat(sorted(points(CLOUD), p -> p[3])).contains(kept);
    assertThat(shown(Ablation.NONE.withDropped(0.25), 4)).isNotEqualTo(points);
  }

  @ParameterizedTest
  @EnumSource(Ablation.Intensities.class)
  void anAnswerSeesWhatTrainingSeesAndNoOrder(Ablation.Intensities intensities) {
    Showing showing = showing(new Ablation(intensities, Ablation.Geometry.OWN, 0.01, 0.3));
    float[] mixed = new float[CLOUD.length];
    int[] order = new StableRandom(9).sample(POINTS, POINTS);
    for (int i = 0; i < POINTS; i++) {
      System.arraycopy(CLOUD, 4 * order[i], mixed, 4 * i, 4);
    }
    float[] answered = showing.sorted(Example.shown(CLOUD, 7));
    assertThat(showing.sorted(Example.shown(mixed, 7))).isEqualTo(answered);
    assertThat(showing.sorted(Example.shown(CLOUD, 8))).isNotEqualTo(answered);
    // The same number of points is left, and as strong ones.
    double mean = mean(points(answered));
    double trained =
        IntStream.range(0, 200)
            .mapToDouble(draw -> mean(points(showing.of(Example.shown(CLOUD, draw)))))
            .average()
            .orElseThrow();
    double asked =
        IntStream.range(0, 200)
            .mapToDouble(draw -> mean(points(showing.sorted(Example.shown(CLOUD, draw)))))
            .average()
            .orElseThrow();
    assertThat(asked).isCloseTo(trained, within(0.1 * Math.max(0.1, mean)));
  }

  private static double mean(float[][] points) {
    return Arrays.stream(points).mapToDouble(p -> p[3]).average().orElseThrow();
  }

  @Test
  void theOriginKeepsItsPlaceWhereItIsAskedFor() {
    float[] centred = CLOUD.clone();
    Arrays.fill(centred, 0, 3, 0);
    Showing showing = new Showing(Ablation.NONE, 5, true);
    for (int draw = 0; draw < 20; draw++) {
      Example example = Example.shown(centred, draw);
      for (float[] shown : List.of(showing.of(example), showing.sorted(example))) {
        assertThat(length(points(shown)[0])).isZero();
        assertThat(shown[3]).isEqualTo(centred[3]);
      }
    }
  }
}
