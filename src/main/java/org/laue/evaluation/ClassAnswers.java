package org.laue.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Probabilities that someone gave to classes, with the truth.
 *
 * @param labels of the classes
 * @param probabilities [things][classes]; not copied, not changed
 * @param truth class of each thing
 */
public record ClassAnswers(List<String> labels, double[][] probabilities, int[] truth) {
  public ClassAnswers {
    labels = List.copyOf(labels);
    if (probabilities.length != truth.length) {
      throw new IllegalArgumentException(
          probabilities.length + " answers to " + truth.length + " things");
    }
  }

  /** How well classes are told. */
  public ClassScore score(String who) {
    return ClassScore.of(who, probabilities, truth, averagePrecision());
  }

  /**
   * Mean of the precision over the recall, of each class against the rest and then over the classes
   * that some but not all things are of; NaN where there is none.
   */
  public double averagePrecision() {
    return IntStream.range(0, labels.size())
        .mapToObj(this::curve)
        .filter(ThresholdCurve::isDefined)
        .mapToDouble(ThresholdCurve::averagePrecision)
        .average()
        .orElse(Double.NaN);
  }

  /** Of one class against the rest. */
  public ThresholdCurve curve(int label) {
    double[] scores = new double[truth.length];
    boolean[] positive = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      scores[i] = probabilities[i][label];
      positive[i] = truth[i] == label;
    }
    return ThresholdCurve.of(scores, positive);
  }

  /** How often answers of some probability are right. */
  public Calibration calibration() {
    return Calibration.of(probabilities, truth);
  }
}
