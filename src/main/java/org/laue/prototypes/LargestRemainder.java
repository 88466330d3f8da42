package org.laue.prototypes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers as near to given shares as their sum allows. */
final class LargestRemainder {
  private LargestRemainder() {}

  /** Splits a total by weights; ties go to the lower index. */
  static int[] split(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int[] parts = new int[weights.length];
    double[] remainders = new double[weights.length];
    int left = total;
    for (int i = 0; i < weights.length && sum > 0; i++) {
      double share = total * weights[i] / sum;
      parts[i] = (int) Math.floor(share);
      remainders[i] = share - parts[i];
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -remainders[i]))
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
