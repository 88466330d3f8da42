package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AbsoluteErrorTest {

  @Test
  void meanAndSpreadAreThoseOfTheErrors() {
    AbsoluteError error =
        AbsoluteError.of(1, 2).plus(AbsoluteError.of(5, 2)).plus(AbsoluteError.of(0, 2));
    assertThat(error.n()).isEqualTo(3);
    assertThat(error.mean()).isEqualTo(2);
    assertThat(error.rootMeanSquare()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
    // Errors 1, 3, 2: standard deviation 1, standard error 1/sqrt 3.
    assertThat(error.high() - error.mean()).isCloseTo(1.96 / Math.sqrt(3), within(1e-3));
    assertThat(error.low()).isCloseTo(2 - 1.96 / Math.sqrt(3), within(1e-3));
  }

  @Test
  void theIntervalHoldsTheTrueMeanNineteenTimesInTwenty() {
    SplittableRandom random = new SplittableRandom(4);
    int held = 0;
    for (int sample = 0; sample < 2000; sample++) {
      AbsoluteError error = AbsoluteError.NONE;
      for (int i = 0; i < 60; i++) {
        error = error.plus(AbsoluteError.of(0, random.nextDouble(-1, 1)));
      }
      held += error.low() <= 0.5 && error.high() >= 0.5 ? 1 : 0;
    }
    assertThat(held).isBetween(1860, 1930);
  }

  @Test
  void nothingHasNoErrorAndWhatIsNoNumberIsRefused() {
    assertThat(AbsoluteError.NONE.mean()).isNaN();
    assertThat(AbsoluteError.of(1, 2).low()).isNaN();
    assertThatThrownBy(() -> AbsoluteError.of(Double.NaN, 1)).hasMessageContaining("Truth NaN");
  }
}
