package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class GemmTest {
  private static final int ROWS = 7;
  private static final int INNER = 19;
  private static final int COLUMNS = 33;

  private static float[] random(int seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Sums in double precision. */
  private static float[] expected(
      float[] left, IntBinaryOperator leftAt, float[] right, IntBinaryOperator rightAt) {
    float[] result = new float[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double sum = 0;
        for (int i = 0; i < INNER; i++) {
          sum += (double) left[leftAt.applyAsInt(row, i)] * right[rightAt.applyAsInt(i, column)];
        }
        result[row * COLUMNS + column] = (float) sum;
      }
    }
    return result;
  }

  @Test
  void productsAreSumsOfProductsHoweverTheFactorsLie() {
    float[] left = random(1, ROWS * INNER);
    float[] right = random(2, INNER * COLUMNS);
    IntBinaryOperator byRows = (row, i) -> row * INNER + i;
    IntBinaryOperator byColumns = (i, column) -> i * COLUMNS + column;
    assertThat(Gemm.product(left, right, ROWS, INNER, COLUMNS))
        .containsExactly(expected(left, byRows, right, byColumns), within(1e-5f));
    assertThat(Gemm.byTransposed(left, right, ROWS, INNER, COLUMNS))
        .containsExactly(
            expected(left, byRows, right, (i, column) -> column * INNER + i), within(1e-5f));
    assertThat(Gemm.ofTransposed(left, right, ROWS, INNER, COLUMNS))
        .containsExactly(
            expected(left, (row, i) -> i * ROWS + row, right, byColumns), within(1e-5f));
  }

  @Test
  void addsToWhatIsKept() {
    float[] left = random(1, ROWS * INNER);
    float[] right = random(2, INNER * COLUMNS);
    float[] once = Gemm.product(left, right, ROWS, INNER, COLUMNS);
    float[] sum = once.clone();
    Gemm.product(left, right, sum, 2, ROWS, INNER, COLUMNS);
    for (int i = 0; i < sum.length; i++) {
      assertThat(sum[i]).isCloseTo(3 * once[i], within(1e-4f));
    }
  }

  @Test
  void refusesArraysThatAreTooShort() {
    assertThatThrownBy(() -> Gemm.product(new float[5], new float[4], 3, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A matrix of 3 x 2 in 5 numbers");
  }
}
