package org.laue.evaluation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How far two sets of inputs are from each other. */
public final class Drift {
  private Drift() {}

  /**
   * Total variation distance of two distributions, half the sum of the differences of their shares:
   * 0 where they are the same, 1 where they have nothing in common.
   *
   * @param before counts by kind
   * @param after the same later; where one of both is empty the distance is 1, where both are 0
   */
  public static double totalVariation(Map<String, Long> before, Map<String, Long> after) {
    long all = sum(before);
    long later = sum(after);
    if (all == 0 || later == 0) {
      return all == later ? 0 : 1;
    }
    Set<String> kinds = new HashSet<>(before.keySet());
    kinds.addAll(after.keySet());
    double distance = 0;
    for (String kind : kinds) {
      double share = (double) before.getOrDefault(kind, 0L) / all;
      distance += Math.abs(share - (double) after.getOrDefault(kind, 0L) / later) / 2;
    }
    return distance;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
