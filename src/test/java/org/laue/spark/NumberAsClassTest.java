package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.Proportion;
import org.laue.structure.ClassScheme;

class NumberAsClassTest {
  /** metal, non-metal. */
  private static final NumberAsClass METAL = new NumberAsClass(ClassScheme.load("metal"));

  @Test
  void aPredictedGapIsAScoreAndSaysAClassByTheLimits() {
    double[] gaps = {0, 0.02, 0.03, -0.1, 1.5, 0.01};
    int[] truth = {0, 0, 0, 0, 1, 1};
    ClassScore score = METAL.score("a forest", gaps, truth);
    // Between 1e-6 and 0.05 the nearer limit counts: 0.03 is taken for a non-metal, 0.01 for a
    // metal.
    assertThat(score.right()).isEqualTo(new Proportion(4, 6));
    // Of eight pairs two are the wrong way round: 0.02 and 0.03 above 0.01.
    assertThat(score.rocArea()).isCloseTo(6 / 8.0, within(1e-12));
    // Non-metals by falling gap: 1 of 1, 2 of 4. Metals by rising gap: 1, 2, then 3 of 4, 4 of 5.
    double nonMetals = (1 + 2 / 4.0) / 2;
    double metals = (1 + 1 + 3 / 4.0 + 4 / 5.0) / 4;
    assertThat(score.averagePrecision()).isCloseTo((nonMetals + metals) / 2, within(1e-12));
  }

  @Test
  void classesThatNoNumberTellsAreNotScoredByOne() {
    ClassScheme systems = ClassScheme.load("crystal-system");
    assertThatThrownBy(() -> new NumberAsClass(systems))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
