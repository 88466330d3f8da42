package org.laue.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One number that was predicted of a crystal of the test side as it is.
 *
 * @param structure id of the crystal
 * @param quantity name of the number
 * @param unit of both; may be empty
 * @param system crystal system, in lower case; empty where it is not known
 * @param atoms in the cell
 * @param elements symbols of its distinct elements
 */
public record NumberAnswer(
    String structure,
    String quantity,
    String unit,
    double truth,
    double predicted,
    String system,
    int atoms,
    List<String> elements) {
  public NumberAnswer {
    elements = List.copyOf(elements);
  }

  /** Those of each quantity, in the order in which the quantities come. */
  public static Map<String, List<NumberAnswer>> byQuantity(List<NumberAnswer> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(NumberAnswer::quantity, LinkedHashMap::new, Collectors.toList()));
  }
}
