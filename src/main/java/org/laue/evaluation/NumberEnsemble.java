package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What several trainings of one network answer together about the crystals of one test side: their
 * mean, and their scatter as its uncertainty (deep ensembles, Lakshminarayanan et al., arXiv
 * 1612.01474, with seeds that each say a number alone).
 *
 * @param quantity name of the number
 * @param unit of all numbers; may be empty
 * @param answers by the ids of the crystals
 */
public record NumberEnsemble(String quantity, String unit, List<Answer> answers) {

  /**
   * @param structure id of the crystal
   * @param mean over the seeds
   * @param deviation standard deviation over the seeds, of a sample (n - 1)
   */
  public record Answer(String structure, double truth, double mean, double deviation) {
    double error() {
      return Math.abs(mean - truth);
    }
  }

  public NumberEnsemble {
    answers = List.copyOf(answers);
  }

  /**
   * @param seeds answers of each seed about one quantity
   * @return empty where there are fewer than two seeds or they were not asked about the same
   *     crystals
   */
  public static Optional<NumberEnsemble> of(Collection<List<NumberAnswer>> seeds) {
    List<List<NumberAnswer>> sorted =
        seeds.stream()
            .map(a -> a.stream().sorted(Comparator.comparing(NumberAnswer::structure)).toList())
            .toList();
    boolean same = sorted.stream().map(NumberEnsemble::structures).distinct().count() == 1;
    if (sorted.size() < 2 || !same || sorted.get(0).isEmpty()) {
      return Optional.empty();
    }
    NumberAnswer any = sorted.get(0).get(0);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < sorted.get(0).size(); i++) {
      int crystal = i;
      answers.add(answer(sorted.stream().map(seed -> seed.get(crystal)).toList()));
    }
    return Optional.of(new NumberEnsemble(any.quantity(), any.unit(), answers));
  }

  private static List<String> structures(List<NumberAnswer> answers) {
    return answers.stream().map(NumberAnswer::structure).toList();
  }

  private static Answer answer(List<NumberAnswer> ofOne) {
    double mean = ofOne.stream().mapToDouble(NumberAnswer::predicted).average().orElseThrow();
    double squares =
        ofOne.stream().mapToDouble(a -> Math.pow(a.predicted() - mean, 2)).sum()
            / (ofOne.size() - 1);
    NumberAnswer any = ofOne.get(0);
    return new Answer(any.structure(), any.truth(), mean, Math.sqrt(squares));
  }

  /** Of the mean of the seeds. */
  public NumberErrors errors() {
    return errors(answers);
  }

  static NumberErrors errors(List<Answer> answers) {
    return NumberErrors.of(
        answers.stream().mapToDouble(Answer::truth).toArray(),
        answers.stream().mapToDouble(Answer::mean).toArray(),
        answers.size());
  }

  /** By rising deviation, in parts that differ by one crystal at most; fewer if there are few. */
  List<List<Answer>> byDeviation(int parts) {
    List<Answer> sorted =
        answers.stream().sorted(Comparator.comparingDouble(Answer::deviation)).toList();
    int n = sorted.size();
    int count = Math.min(parts, n);
    return IntStream.range(0, count)
        .mapToObj(i -> sorted.subList(i * n / count, (i + 1) * n / count))
        .toList();
  }
}
