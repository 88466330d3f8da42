package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RocAreaTest {
  @Test
  void isTheShareOfPairsInTheRightOrderEqualsCountingHalf() {
    double[] scores = {0.1, 0.4, 0.35, 0.8, 0.4};
    boolean[] positive = {false, false, true, true, true};
    // Of six pairs four are in order, one is even, one is not.
    assertThat(RocArea.of(scores, positive)).isCloseTo(4.5 / 6, within(1e-12));
  }

  @Test
  void thereIsNoneWithoutBothKinds() {
    assertThat(RocArea.of(new double[] {0.2, 0.3}, new boolean[] {true, true})).isNaN();
  }

  @Test
  void classesThatDoNotOccurDoNotCount() {
    double[][] probabilities = {{0.8, 0.1, 0.1}, {0.3, 0.6, 0.1}, {0.5, 0.4, 0.1}};
    ClassScore score =
        new ClassAnswers(List.of("a", "b", "c"), probabilities, new int[] {0, 1, 1})
            .score("network");
    assertThat(score.right()).isEqualTo(new Proportion(2, 3));
    assertThat(score.rocArea()).isEqualTo(1);
    assertThat(score.averagePrecision()).isEqualTo(1);
  }
}
