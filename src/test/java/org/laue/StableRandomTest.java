package org.laue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableRandomTest {

  /** First outputs of the reference C program of splitmix64 (Vigna) for the seed 1234567. */
  @Test
  void followsThePublishedSequence() {
    StableRandom random = new StableRandom(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(new StableRandom(42).nextLong()).isEqualTo(new SplittableRandom(42).nextLong());
  }

  @Test
  void integersAreUniform() {
    StableRandom random = new StableRandom(7);
    int[] counts = new int[5];
    IntStream.range(0, 50_000).forEach(i -> counts[random.nextInt(5)]++);
    assertThat(IntStream.of(counts))
        .allSatisfy(count -> assertThat(count).isBetween(9_700, 10_300));
  }

  @Test
  void normalDeviatesHaveTheirMoments() {
    StableRandom random = new StableRandom(11);
    int draws = 100_000;
    double[] sums = new double[3];
    for (int i = 0; i < draws; i++) {
      double x = random.nextGaussian();
      sums[0] += x;
      sums[1] += x * x;
      sums[2] += x * x * x * x;
    }
    assertThat(sums[0] / draws).isCloseTo(0, within(0.01));
    assertThat(sums[1] / draws).isCloseTo(1, within(0.02));
    assertThat(sums[2] / draws).isCloseTo(3, within(0.1));
  }

  @Test
  void samplesAreSubsetsInWhichEveryMemberIsEquallyLikely() {
    StableRandom random = new StableRandom(3);
    int[] hits = new int[6];
    for (int i = 0; i < 6_000; i++) {
      int[] sample = random.sample(6, 2);
      assertThat(sample[0]).isNotEqualTo(sample[1]);
      hits[sample[0]]++;
      hits[sample[1]]++;
    }
    assertThat(IntStream.of(hits)).allSatisfy(count -> assertThat(count).isBetween(1_870, 2_130));
  }
}
