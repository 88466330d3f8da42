package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
  @Test
  void isHalfTheSumOfTheDifferencesOfShares() {
    Map<String, Long> before = Map.of("fcc", 50L, "bcc", 50L);
    assertThat(Drift.totalVariation(before, Map.of("fcc", 500L, "bcc", 500L))).isZero();
    assertThat(Drift.totalVariation(before, Map.of("fcc", 75L, "bcc", 25L)))
        .isCloseTo(0.25, within(1e-15));
    assertThat(Drift.totalVariation(before, Map.of("sc", 1L))).isEqualTo(1);
  }

  @Test
  void nothingIsFarFromSomething() {
    assertThat(Drift.totalVariation(Map.of(), Map.of())).isZero();
    assertThat(Drift.totalVariation(Map.of(), Map.of("sc", 1L))).isEqualTo(1);
  }
}
