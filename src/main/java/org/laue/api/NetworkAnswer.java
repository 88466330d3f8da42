package org.laue.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the network alone says.
 *
 * @param label most probable class; the first of equals
 * @param probabilities by class, in the model's order; they add up to 1
 * @param novelty 1 at the border of what the model was trained on, above it beyond
 */
public record NetworkAnswer(String label, Map<String, Double> probabilities, double novelty) {
  public NetworkAnswer {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  /** Of the most probable class, in [0, 1]. */
  public double probability() {
    return probabilities.get(label);
  }
}
