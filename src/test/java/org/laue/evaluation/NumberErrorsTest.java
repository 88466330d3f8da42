package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberErrorsTest {

  @Test
  void errorsAreThoseOfAHandfulOfNumbers() {
    NumberErrors errors = NumberErrors.of(new double[] {1, 2, 3, 6}, new double[] {1, 3, 1, 6}, 1);
    assertThat(errors.n()).isEqualTo(4);
    assertThat(errors.meanAbsolute()).isEqualTo(0.75);
    assertThat(errors.rootMeanSquare()).isCloseTo(Math.sqrt(5 / 4.0), within(1e-15));
    // Squares 5 against a spread of 14 about the mean of 3.
    assertThat(errors.determination()).isCloseTo(1 - 5 / 14.0, within(1e-15));
    assertThat(errors.low()).isBetween(0.0, 0.75);
    assertThat(errors.high()).isBetween(0.75, 2.0);
  }

  @Test
  void theMeanOfTheTruthHasNoDetermination() {
    NumberErrors mean = NumberErrors.of(new double[] {1, 3}, new double[] {2, 2}, 1);
    assertThat(mean.determination()).isZero();
    assertThat(NumberErrors.of(new double[] {2, 2}, new double[] {1, 2}, 1).determination())
        .isNaN();
  }

  /** Of an exponential distribution: its mean is 1 and so is its spread. */
  @Test
  void nineteenOfTwentyIntervalsHoldTheTrueError() {
    SplittableRandom random = new SplittableRandom(4);
    int held = 0;
    double width = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] predicted = new double[60];
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] = -Math.log(1 - random.nextDouble());
      }
      NumberErrors errors = NumberErrors.of(new double[60], predicted, trial);
      held += errors.low() <= 1 && 1 <= errors.high() ? 1 : 0;
      width += errors.high() - errors.low();
    }
    // A percentile bootstrap of 60 skewed errors holds a little less than it says.
    assertThat(held).isBetween(360, 392);
    assertThat(width / 400).isCloseTo(2 * 1.96 / Math.sqrt(60), within(0.05));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] truth = {1, 2, 3, 4, 5};
    double[] predicted = {1.5, 2, 2, 4, 9};
    assertThat(NumberErrors.of(truth, predicted, 7))
        .isEqualTo(NumberErrors.of(truth, predicted, 7));
    assertThatThrownBy(() -> NumberErrors.of(truth, new double[2], 7))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
