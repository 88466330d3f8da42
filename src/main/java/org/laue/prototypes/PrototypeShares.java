package org.laue.prototypes;

import java.util.Arrays;
import java.util.List;

/** How many crystals of a class each of its prototypes gets. */
final class PrototypeShares {
  private PrototypeShares() {}

  /**
   * Shares by weight, where a prototype without free parameters gets no more than {@code cap} as
   * long as another can take what is left.
   *
   * @return one count per prototype, of sum {@code total}
   */
  static int[] split(int total, List<Prototype> prototypes, long cap) {
    int[] fixed = new int[prototypes.size()];
    Arrays.fill(fixed, -1);
    while (true) {
      int[] shares = LargestRemainder.split(total - taken(fixed), weights(prototypes, fixed));
      boolean capped = false;
      for (int i = 0; i < shares.length; i++) {
        if (fixed[i] < 0 && shares[i] > cap && prototypes.get(i).parameters().isEmpty()) {
          fixed[i] = (int) cap;
          capped = true;
        }
      }
      if (!capped) {
        return merged(fixed, shares);
      }
      if (Arrays.stream(fixed).allMatch(count -> count >= 0)) {
        int[] open = new int[fixed.length];
        Arrays.fill(open, -1);
        return LargestRemainder.split(total, weights(prototypes, open));
      }
    }
  }

  private static int taken(int[] fixed) {
    return Arrays.stream(fixed).filter(count -> count > 0).sum();
  }

  private static double[] weights(List<Prototype> prototypes, int[] fixed) {
    double[] weights = new double[fixed.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = fixed[i] < 0 ? prototypes.get(i).weight() : 0;
    }
    return weights;
  }

  private static int[] merged(int[] fixed, int[] shares) {
    int[] counts = new int[fixed.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = fixed[i] < 0 ? shares[i] : fixed[i];
    }
    return counts;
  }
}
