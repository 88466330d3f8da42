package org.laue.spark;

import java.util.List;
import java.util.Optional;

/**
 * What {@link EvaluateStep} puts together.
 *
 * @param predictions runs or tables of predictions
 * @param baselines runs or tables of baselines
 * @param splits run or table of splits
 * @param split {@code honest} or {@code random}
 * @param side {@code test} for structures that the network never saw, or empty for all
 */
public record EvaluationSettings(
    List<String> predictions,
    List<String> baselines,
    String splits,
    String split,
    Optional<String> side) {

  public EvaluationSettings {
    predictions = List.copyOf(predictions);
    baselines = List.copyOf(baselines);
  }
}
