package org.laue.spark;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laue.evaluation.Method;
import org.laue.structure.ClassScheme;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link EvaluateStep} puts together.
 *
 * @param predictions runs of predictions, by the road that the variants went
 * @param baselines runs of baselines
 * @param splits run of splits
 * @param split {@code honest} or {@code random}
 * @param classes in the order of the confusion matrices
 * @param side {@code test} for structures that the network never saw, or empty for all
 */
public record EvaluationSettings(
    Map<Method, CompleteRun> predictions,
    List<CompleteRun> baselines,
    CompleteRun splits,
    String split,
    ClassScheme classes,
    Optional<String> side) {

  public EvaluationSettings {
    predictions = Collections.unmodifiableMap(new EnumMap<>(predictions));
    baselines = List.copyOf(baselines);
  }
}
