package org.laue.structure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chemical formulas from atomic numbers. */
final class Formulas {
  private Formulas() {}

  static String reduced(int[] atomicNumbers) {
    Map<Integer, Integer> counts = new TreeMap<>();
    Arrays.stream(atomicNumbers).forEach(z -> counts.merge(z, 1, Integer::sum));
    int divisor =
        counts.values().stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::gcd)
            .intValue();
    return counts.entrySet().stream()
        .map(e -> Element.of(e.getKey()).symbol() + subscript(e.getValue() / divisor))
        .collect(Collectors.joining());
  }

  private static String subscript(int count) {
    return count == 1 ? "" : Integer.toString(count);
  }
}
