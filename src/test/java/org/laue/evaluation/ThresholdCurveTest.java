package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThresholdCurveTest {
  @Test
  void everyScoreIsAThresholdAndEqualOnesAreOne() {
    ThresholdCurve curve =
        ThresholdCurve.of(
            new double[] {0.9, 0.8, 0.8, 0.3, 0.1}, new boolean[] {true, true, false, false, true});
    assertThat(curve.points())
        .containsExactly(
            new ThresholdCurve.Point(0.9, 0, 1 / 3.0, 1),
            new ThresholdCurve.Point(0.8, 0.5, 2 / 3.0, 2 / 3.0),
            new ThresholdCurve.Point(0.3, 1, 2 / 3.0, 0.5),
            new ThresholdCurve.Point(0.1, 1, 1, 0.6));
    assertThat(curve.averagePrecision()).isCloseTo((1 + 2 / 3.0 + 0.6) / 3, within(1e-12));
  }

  @Test
  void theAreaBelowTheCurveIsThatOfTheRanks() {
    SplittableRandom random = new SplittableRandom(3);
    double[] scores = new double[300];
    boolean[] positive = new boolean[300];
    for (int i = 0; i < scores.length; i++) {
      positive[i] = random.nextInt(3) == 0;
      // Tenths, so that many are equal.
      scores[i] = Math.round(10 * (random.nextDouble() + (positive[i] ? 0.3 : 0))) / 10.0;
    }
    double area = 0;
    double x = 0;
    double y = 0;
    for (ThresholdCurve.Point point : ThresholdCurve.of(scores, positive).points()) {
      area += (point.falsePositiveRate() - x) * (point.recall() + y) / 2;
      x = point.falsePositiveRate();
      y = point.recall();
    }
    assertThat(area).isCloseTo(RocArea.of(scores, positive), within(1e-12));
  }

  @Test
  void aThinnedCurveEndsWhereTheWholeOneDoes() {
    double[] scores = new double[1000];
    boolean[] positive = new boolean[1000];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i;
      positive[i] = i % 2 == 0;
    }
    ThresholdCurve curve = ThresholdCurve.of(scores, positive);
    List<ThresholdCurve.Point> thinned = curve.thinned(30);
    assertThat(thinned).hasSize(30).isSubsetOf(curve.points());
    assertThat(thinned.get(29)).isEqualTo(curve.points().get(999));
    assertThat(curve.thinned(2000)).isEqualTo(curve.points());
  }

  @Test
  void calibrationComparesProbabilityAndShareRight() {
    double[][] probabilities = {{0.95, 0.05}, {0.91, 0.09}, {0.4, 0.6}, {0, 1}};
    Calibration calibration =
        new ClassAnswers(List.of("a", "b"), probabilities, new int[] {0, 1, 1, 1}).calibration();
    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.bins().get(0)).isEqualTo(new Calibration.Bin(0.6, new Proportion(1, 1)));
    assertThat(calibration.bins().get(1).right()).isEqualTo(new Proportion(2, 3));
    double mean = (0.95 + 0.91 + 1) / 3;
    assertThat(calibration.bins().get(1).meanProbability()).isCloseTo(mean, within(1e-12));
    assertThat(calibration.expectedError())
        .isCloseTo((0.4 + 3 * Math.abs(mean - 2 / 3.0)) / 4, within(1e-12));
  }

  @Test
  void answersWithoutATruthAreRefused() {
    assertThatThrownBy(() -> new ClassAnswers(List.of("a", "b"), new double[1][2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
