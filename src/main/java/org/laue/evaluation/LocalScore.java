package org.laue.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was said of the parts of the structures of one set: of their atoms, or of their grains.
 *
 * @param set its name
 * @param asked {@code atoms} or {@code grains}
 * @param goal percent, 0 for none
 */
public record LocalScore(String set, String asked, double goal, List<Row> rows) {

  /**
   * A structure, or one of its grains.
   *
   * @param truth what all its parts are
   * @param right parts that are told so
   * @param note for the reader, or empty
   */
  public record Row(String id, String truth, Proportion right, String note) {}

  public LocalScore {
    rows = List.copyOf(rows);
  }

  /** Of all parts together; parts of one structure are no independent samples. */
  public Proportion hits() {
    return rows.stream().map(Row::right).reduce(Proportion.NONE, Proportion::plus);
  }

  /** The row with the smallest share. */
  public Row worst() {
    return rows.stream()
        .min(Comparator.comparingDouble(row -> row.right().percent()))
        .orElseThrow();
  }

  /** Whether the goal is reached; true without one. */
  public boolean isMet() {
    return goal == 0 || hits().percent() >= goal;
  }

  /** The same for each truth. */
  public Map<String, LocalScore> byTruth() {
    Map<String, LocalScore> parts = new TreeMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(Row::truth))
        .forEach((truth, own) -> parts.put(truth, new LocalScore(set, asked, 0, own)));
    return parts;
  }
}
