package org.laue.evaluation;

import java.util.List;

/**
 * One number that was predicted of a crystal of the test side as it is.
 *
 * @param quantity name of the number
 * @param unit of both; may be empty
 * @param system crystal system, in lower case; empty where it is not known
 * @param atoms in the cell
 * @param elements symbols of its distinct elements
 */
public record NumberAnswer(
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
}
