package org.laue.learning.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  /** 1, -2, 3, -4 ... */
  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i % 2 == 0 ? i + 1 : -i - 1;
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 36})
  void everyNumberCountsOnce(int columns) {
    float[] numbers = numbers(3 * columns);
    double sum = 0;
    double product = 0;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = columns; i < 2 * columns; i++) {
      sum += numbers[i];
      product += numbers[i] * numbers[i + columns];
      largest = Math.max(largest, numbers[i]);
    }
    assertThat((double) Rows.sum(numbers, columns, columns)).isEqualTo(sum);
    assertThat((double) Rows.dot(numbers, 1, numbers, 2, columns)).isCloseTo(product, within(1e-2));
    assertThat(Rows.largest(numbers, columns, columns)).isEqualTo(largest);
  }
}
