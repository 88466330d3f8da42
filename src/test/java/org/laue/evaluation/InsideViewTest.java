package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InsideViewTest {
  private static double rank(double[]... vectors) {
    return EffectiveRank.of("vectors", vectors).rank();
  }

  @Test
  void effectiveRankIsTheNumberOfDirectionsThatAreUsedAlike() {
    double[][] axes = {{1, 0, 0, 7}, {-1, 0, 0, 7}, {0, 1, 0, 7}, {0, -1, 0, 7}};
    assertThat(rank(axes)).isCloseTo(2, within(1e-12));
    assertThat(rank(new double[] {0, 0}, new double[] {1, 2}, new double[] {3, 6}))
        .isCloseTo(1, within(1e-6));
    assertThat(rank(new double[] {4, 2}, new double[] {4, 2})).isZero();
  }

  @Test
  void effectiveRankIsTheExponentialOfTheEntropyOfTheSingularValues() {
    // Singular values 3 and 1 times the root of 2: shares 3/4 and 1/4.
    double expected = Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25));
    assertThat(
            rank(
                new double[] {3, 0},
                new double[] {-3, 0},
                new double[] {0, 1},
                new double[] {0, -1}))
        .isCloseTo(expected, within(1e-12));
    // As many directions as vectors and no more, whatever the dimension.
    assertThat(rank(new double[] {1, 0, 0, 0, 0}, new double[] {0, 0, 2, 0, 1}))
        .isCloseTo(1, within(1e-6));
  }

  private static InsideView.Seen seen(int group, String system, int element, double... vector) {
    SortedMap<String, double[]> vectors = new TreeMap<>();
    vectors.put("vector", vector);
    return new InsideView.Seen(group, system, List.of(element, 8), vectors);
  }

  private static InsideView view(List<InsideView.Seen> crystals) {
    return InsideView.of(crystals, List.of("vector"), List.of("vector"), List.of());
  }

  @Test
  void cosinesWithinAndBetweenGroups() {
    InsideView view =
        view(
            List.of(
                seen(225, "cubic", 11, 1, 0),
                seen(225, "cubic", 12, 5, 0),
                seen(221, "cubic", 13, 0, 2),
                seen(194, "hexagonal", 14, 0, -1),
                seen(0, "", 15, 3, 3)));
    Similarity groups = view.similarities().get(0);
    assertThat(groups.by()).isEqualTo("space group");
    assertThat(groups.within().mean()).isCloseTo(1, within(1e-12));
    assertThat(groups.within().pairs()).isOne();
    // Of the two of 225 with the others 0, four times; of 221 and 194 -1.
    assertThat(groups.between().mean()).isCloseTo(-0.2, within(1e-12));
    assertThat(groups.between().pairs()).isEqualTo(5);
    assertThat(groups.difference().mean()).isCloseTo(1.2, within(1e-12));
    Similarity systems = view.similarities().get(1);
    assertThat(systems.within().mean()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(systems.between().mean()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(systems.between().low()).isLessThanOrEqualTo(systems.between().mean());
    assertThat(systems.between().high()).isGreaterThanOrEqualTo(systems.between().mean());
    // All contain oxygen, so no pair is left.
    Similarity unrelated = view.similarities().get(2);
    assertThat(unrelated.pairs()).isEqualTo(Similarity.NO_COMMON_ELEMENT);
    assertThat(unrelated.within().pairs()).isZero();
    assertThat(unrelated.within().mean()).isNaN();
    assertThat(view.ranks().get(0).vectors()).isEqualTo(5);
  }
}
