package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A crystal of the test side that was said to be of a wrong crystal system.
 *
 * @param structure id of the crystal
 * @param name as its source calls it; may be empty
 * @param lengths of its standard cell, angstrom
 * @param angles of it, degrees
 * @param pseudoSymmetric whether that cell has the shape of the system that was said
 */
public record ShapeMistake(
    String structure,
    String name,
    String formula,
    String truth,
    String said,
    List<Double> lengths,
    List<Double> angles,
    boolean pseudoSymmetric) {
  public ShapeMistake {
    lengths = List.copyOf(lengths);
    angles = List.copyOf(angles);
  }

  /** One class taken for another: how often, and how many of those have the other's shape. */
  public record Pair(String truth, String said, Proportion pseudoSymmetric) {}

  /** All pairs that occur, the most frequent first. */
  public static List<Pair> pairs(List<ShapeMistake> mistakes) {
    Map<List<String>, Proportion> counts = new LinkedHashMap<>();
    for (ShapeMistake mistake : mistakes) {
      counts.merge(
          List.of(mistake.truth(), mistake.said()),
          new Proportion(mistake.pseudoSymmetric() ? 1 : 0, 1),
          Proportion::plus);
    }
    List<Pair> pairs = new ArrayList<>();
    counts.forEach((key, share) -> pairs.add(new Pair(key.get(0), key.get(1), share)));
    pairs.sort(
        Comparator.comparingLong((Pair pair) -> -pair.pseudoSymmetric().n())
            .thenComparing(Pair::truth)
            .thenComparing(Pair::said));
    return pairs;
  }
}
