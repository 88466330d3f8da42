package org.laue.learning.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LengthGaussiansTest {
  private static final int COUNT = 40;
  private static final LengthGaussians GAUSSIANS = new LengthGaussians(COUNT, 6, 0.5);

  @Test
  void gaussiansAreThoseOfTheFormula() {
    for (double length : new double[] {0.7, 2.37, 3, 4.99, 6.4}) {
      float[] values = new float[COUNT + 2];
      GAUSSIANS.write(length, values, 1);
      double squares = 0;
      for (int i = 0; i < COUNT; i++) {
        double from = (length - 6.0 * i / (COUNT - 1)) / 0.5;
        double expected = 3.1337067 * Math.exp(-from * from);
        assertThat((double) values[1 + i]).isCloseTo(expected, within(1e-6));
        squares += values[1 + i] * values[1 + i] / COUNT;
      }
      if (length > 1 && length < 5) {
        assertThat(squares).isCloseTo(1, within(0.01));
      }
      assertThat(values[0]).isZero();
      assertThat(values[values.length - 1]).isZero();
    }
  }
}
