package org.laue.learning.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurvesTest {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  /** -100 to 100, 0 among them, finest about 0. */
  private static float[] numbers() {
    float[] numbers = new float[8001];
    for (int i = 0; i < numbers.length; i++) {
      float t = (i - 4000) / 4000f;
      numbers[i] = 100 * t * t * t;
    }
    return numbers;
  }

  @Test
  void theSigmoidIsThatOfJava() {
    float[] x = numbers();
    float[] y = new float[x.length];
    Curves.sigmoid(x, y, x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i]).isCloseTo(1 / (1 + Math.exp(-x[i])), within(3e-7));
    }
  }

  @Test
  void theTangentIsThatOfJava() {
    float[] x = numbers();
    float[] y = x.clone();
    Curves.tanh(y);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i]).isCloseTo(Math.tanh(x[i]), within(5e-7));
    }
  }

  @Test
  void theExponentialOfWhatIsNotAboveZeroIsThatOfJava() {
    float[] x = numbers();
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = -Math.abs(x[i]);
    }
    Curves.exp(y);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i])
          .isCloseTo(Math.exp(-Math.abs(x[i])), within(5e-7))
          .isBetween(0., 1.);
    }
  }

  @Test
  void seluAndItsSlopeAreThoseOfThePaper() {
    float[] x = numbers();
    float[] y = x.clone();
    Curves.selu(y);
    float[] slope = new float[x.length];
    Arrays.fill(slope, 2);
    Curves.backThroughSelu(y, slope);
    for (int i = 0; i < x.length; i++) {
      double exact = x[i] > 0 ? x[i] : SELU_ALPHA * Math.expm1(x[i]);
      double rise = x[i] > 0 ? 1 : SELU_ALPHA * Math.exp(x[i]);
      assertThat((double) y[i]).isCloseTo(SELU_SCALE * exact, within(1e-6 * Math.max(1, x[i])));
      assertThat((double) slope[i]).isCloseTo(2 * SELU_SCALE * rise, within(3e-6));
    }
  }
}
