package org.laue.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

  @Test
  void everyEpochSeesEveryImageOnce() {
    BatchOrder order = new BatchOrder(3, 10, 4);
    int[] two = IntStream.range(0, 5).flatMap(b -> Arrays.stream(order.batch(b))).toArray();
    assertThat(Arrays.copyOfRange(two, 0, 10))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Arrays.copyOfRange(two, 10, 20))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
        .isNotEqualTo(Arrays.copyOfRange(two, 0, 10));
  }

  @Test
  void batchesDependOnSeedAndNumberAlone() {
    BatchOrder there = new BatchOrder(3, 10, 4);
    int[] late = there.batch(7);
    there.batch(0);
    assertThat(there.batch(7)).isEqualTo(late).isEqualTo(new BatchOrder(3, 10, 4).batch(7));
    assertThat(new BatchOrder(4, 10, 4).batch(7)).isNotEqualTo(late);
  }

  @Test
  void setsSmallerThanABatchRepeat() {
    assertThat(new BatchOrder(1, 3, 8).batch(0)).hasSize(8).contains(0, 1, 2);
  }
}
