package org.laue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreComparisonTest {
  private static Opinions opinion(String truth, String network, String named, double known) {
    double same = named.equals(network) ? known : 0;
    return new Opinions(
        "x", truth, network, Map.of(KnownScore.VERDICT, new Opinion(named, known, same)));
  }

  private static final Opinions RIGHT = opinion("fcc", "fcc", "fcc", 0.99);
  private static final Opinions AGAINST_THE_NETWORK = opinion("fcc", "sc", "fcc", 0.98);
  private static final Opinions WRONG = opinion("fcc", "sc", "sc", 0.95);
  private static final Opinions UNKNOWN = opinion("unknown", "sc", "unknown", 0);
  private static final Opinions TAKEN_FOR_ONE = opinion("unknown", "sc", "sc", 0.96);

  @Test
  void whetherACrystalIsKnownIsAskedByWhatTheScoreSaysOfAnyClass() {
    ScoreComparison known =
        ScoreComparison.known(
            "q", List.of(RIGHT, AGAINST_THE_NETWORK), List.of(UNKNOWN, TAKEN_FOR_ONE));
    assertThat(known.scores()).containsExactly(KnownScore.VERDICT);
    assertThat(known.area(KnownScore.VERDICT)).isEqualTo(1);
    assertThat(known.sure(KnownScore.VERDICT, 0.9)).isEqualTo(new Proportion(2, 3));
  }

  /** A verdict that contradicts a network that is wrong counts for it, not against it. */
  @Test
  void whetherTheNetworkIsRightIsAskedOfItsOwnClass() {
    ScoreComparison right =
        ScoreComparison.right("q", List.of(RIGHT, AGAINST_THE_NETWORK, UNKNOWN));
    assertThat(right.yes()).containsExactly(RIGHT);
    assertThat(right.no()).containsExactly(AGAINST_THE_NETWORK, UNKNOWN);
    assertThat(right.area(KnownScore.VERDICT)).isEqualTo(1);
  }

  @Test
  void reliabilityCountsTheClassesThatAreNamed() {
    Calibration calibration =
        ScoreComparison.known("q", List.of(RIGHT, WRONG), List.of(UNKNOWN, TAKEN_FOR_ONE))
            .calibration(KnownScore.VERDICT);
    assertThat(calibration.bins())
        .singleElement()
        .satisfies(bin -> assertThat(bin.right()).isEqualTo(new Proportion(1, 3)));
  }

  /** Each end is as far from the area as 1.96 of its standard errors are. */
  @ParameterizedTest
  @CsvSource({"0.9, 50, 80", "0.5, 10, 10", "1, 300, 600", "0.975, 400, 400", "0, 5, 7"})
  void theIntervalHoldsTheAreaAndShrinksWithMoreThings(double area, int yes, int no) {
    RocInterval interval = RocInterval.of(area, yes, no);
    assertThat(interval.low()).isBetween(0.0, area);
    assertThat(interval.high()).isBetween(area, 1.0);
    assertThat(interval.high() - interval.low()).isPositive();
    RocInterval more = RocInterval.of(area, 10L * yes, 10L * no);
    assertThat(more.high() - more.low()).isLessThan(interval.high() - interval.low());
  }

  /** At 1/2 the formula is that of ranks, (m + n + 1) / (12 m n), but for one thing of them. */
  @Test
  void theErrorAtAHalfIsThatOfRanks() {
    RocInterval interval = RocInterval.of(0.5, 1000, 1000);
    double ofRanks = 1.96 * Math.sqrt(2001 / (12.0 * 1e6));
    assertThat((interval.high() - interval.low()) / 2).isCloseTo(ofRanks, within(1e-3));
  }

  @Test
  void aCommitteeThatDisagreesIsUnsureAndSaysWhy() {
    Committee torn = new Committee(new float[][] {{1, 0}, {0, 1}});
    assertThat(torn.certainty()).isCloseTo(0, within(1e-9));
    assertThat(torn.agreement()).isCloseTo(0, within(1e-9));
    Committee vague = new Committee(new float[][] {{0.5f, 0.5f}, {0.5f, 0.5f}});
    assertThat(vague.certainty()).isCloseTo(0, within(1e-9));
    assertThat(vague.agreement()).isCloseTo(1, within(1e-9));
    assertThat(Committee.of(new float[] {1, 0, 0}).certainty()).isEqualTo(1);
  }
}
