package org.laue.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Probabilities that someone gave to classes, with the truth.
 *
 * @param labels of the classes
 * @param things their ids; empty where nobody asks which they are
 * @param probabilities [things][classes]; not copied, not changed
 * @param truth class of each thing
 */
public record ClassAnswers(
    List<String> labels, List<String> things, double[][] probabilities, int[] truth) {
  public ClassAnswers {
    labels = List.copyOf(labels);
    things = List.copyOf(things);
    if (probabilities.length != truth.length) {
      throw new IllegalArgumentException(
          probabilities.length + " answers to " + truth.length + " things");
    }
  }

  /** Of things without ids. */
  public ClassAnswers(List<String> labels, double[][] probabilities, int[] truth) {
    this(labels, List.of(), probabilities, truth);
  }

  /**
   * What several trainings of one network say together: the mean of their probabilities (deep
   * ensembles, Lakshminarayanan et al., arXiv 1612.01474).
   *
   * @return empty where there are fewer than two or they were not asked about the same things
   */
  public static Optional<ClassAnswers> together(Collection<ClassAnswers> trainings) {
    List<ClassAnswers> all = List.copyOf(trainings);
    if (all.size() < 2 || all.get(0).things.isEmpty() || !all.stream().allMatch(all.get(0)::asks)) {
      return Optional.empty();
    }
    ClassAnswers any = all.get(0);
    double[][] means = new double[any.truth.length][any.labels.size()];
    for (ClassAnswers answers : all) {
      for (int i = 0; i < means.length; i++) {
        for (int c = 0; c < means[i].length; c++) {
          means[i][c] += answers.probabilities[i][c] / all.size();
        }
      }
    }
    return Optional.of(new ClassAnswers(any.labels, any.things, means, any.truth));
  }

  private boolean asks(ClassAnswers other) {
    return labels.equals(other.labels)
        && things.equals(other.things)
        && Arrays.equals(truth, other.truth);
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
