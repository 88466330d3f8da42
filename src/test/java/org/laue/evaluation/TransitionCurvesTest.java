package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionCurvesTest {
  private static final List<Double> POSITIONS = List.of(0.0, 1.0, 2.0, 4.0);

  @Test
  void theChangeIsWhereTheMeanCurvesCross() {
    TransitionCurves curves = curves(sample(1, 0.8, 0.2, 0), sample(1, 0.6, 0, 0));
    assertThat(curves.mean("a")).containsExactly(new double[] {1, 0.7, 0.1, 0}, within(1e-12));
    assertThat(curves.deviation("a")[1]).isEqualTo(Math.sqrt(0.02), within(1e-12));
    TransitionCurves.Change change = curves.changes().get(0);
    assertThat(curves.changes()).hasSize(1);
    assertThat(change.from()).isEqualTo("a");
    assertThat(change.to()).isEqualTo("b");
    // 0.7 falls to 0.1: the curves are equal after a third of the step.
    assertThat(change.position()).isEqualTo(1 + 1.0 / 3, within(1e-12));
  }

  @Test
  void theIntervalHoldsTheChangesOfTheSamples() {
    double[][][] samples = new double[40][][];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i % 2 == 0 ? sample(1, 0.9, 0.4, 0) : sample(1, 0.6, 0, 0);
    }
    TransitionCurves.Change change = curves(samples).changes().get(0);
    assertThat(change.low()).isLessThan(change.position()).isGreaterThan(1.1);
    assertThat(change.high()).isGreaterThan(change.position()).isLessThan(1.8);
  }

  @Test
  void oneSampleHasNoInterval() {
    TransitionCurves curves = curves(sample(1, 0.7, 0.1, 0));
    assertThat(curves.changes().get(0).low()).isNaN();
    assertThat(curves.deviation("b")).containsOnly(Double.NaN);
  }

  @Test
  void noChangeIsNone() {
    assertThat(curves(sample(1, 0.9, 0.8, 0.7)).changes()).isEmpty();
  }

  private static TransitionCurves curves(double[][]... samples) {
    return new TransitionCurves(List.of("a", "b"), POSITIONS, samples);
  }

  /** Probabilities of a along the path. */
  private static double[][] sample(double... a) {
    double[][] sample = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      sample[i] = new double[] {a[i], 1 - a[i]};
    }
    return sample;
  }
}
