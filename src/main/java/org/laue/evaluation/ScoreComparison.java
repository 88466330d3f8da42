package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Several scores at one question, of the same structures.
 *
 * @param question for instance whether a crystal is of one of the classes
 * @param yes structures for which a score should be high
 * @param no those for which it should be low
 * @param ofNetwork whether the question is if the network's class is right
 */
public record ScoreComparison(
    String question, List<Opinions> yes, List<Opinions> no, boolean ofNetwork) {
  public ScoreComparison {
    yes = List.copyOf(yes);
    no = List.copyOf(no);
  }

  /** Whether structures are of a class of the model at all. */
  public static ScoreComparison known(String question, List<Opinions> yes, List<Opinions> no) {
    return new ScoreComparison(question, yes, no, false);
  }

  /** Whether the class that the network names is right. */
  public static ScoreComparison right(String question, List<Opinions> all) {
    return new ScoreComparison(
        question,
        all.stream().filter(Opinions::isNetworkRight).toList(),
        all.stream().filter(one -> !one.isNetworkRight()).toList(),
        true);
  }

  /** Scores that all structures have, in the order of their kinds. */
  public List<KnownScore> scores() {
    return Arrays.stream(KnownScore.values())
        .filter(score -> all().stream().allMatch(one -> one.byScore().containsKey(score)))
        .toList();
  }

  private List<Opinions> all() {
    List<Opinions> all = new ArrayList<>(yes);
    all.addAll(no);
    return all;
  }

  /** The receiver operating characteristic of a score. */
  public ThresholdCurve curve(KnownScore score) {
    return ThresholdCurve.of(values(score), positive());
  }

  /** Area under that curve; NaN where all or none should be high. */
  public double area(KnownScore score) {
    return RocArea.of(values(score), positive());
  }

  public RocInterval interval(KnownScore score) {
    return RocInterval.of(area(score), yes.size(), no.size());
  }

  private double[] values(KnownScore score) {
    ToDoubleFunction<Opinion> value = ofNetwork ? Opinion::same : Opinion::known;
    return all().stream().map(one -> one.byScore().get(score)).mapToDouble(value).toArray();
  }

  private boolean[] positive() {
    boolean[] positive = new boolean[yes.size() + no.size()];
    Arrays.fill(positive, 0, yes.size(), true);
    return positive;
  }

  /** How often the classes that a score names are right, by its probability. */
  public Calibration calibration(KnownScore score) {
    return Calibration.of(
        named(score, 0).stream().mapToDouble(one -> one.byScore().get(score).known()).toArray(),
        right(score, named(score, 0)));
  }

  /** Classes that a score names with at least this probability, and how many of them are right. */
  public Proportion sure(KnownScore score, double least) {
    List<Opinions> named = named(score, least);
    long right = 0;
    for (boolean one : right(score, named)) {
      right += one ? 1 : 0;
    }
    return new Proportion(right, named.size());
  }

  private List<Opinions> named(KnownScore score, double least) {
    return all().stream()
        .filter(one -> !one.byScore().get(score).label().equals(RealAnswer.UNKNOWN))
        .filter(one -> one.byScore().get(score).known() >= least)
        .toList();
  }

  private static boolean[] right(KnownScore score, List<Opinions> some) {
    boolean[] right = new boolean[some.size()];
    for (int i = 0; i < right.length; i++) {
      Opinions one = some.get(i);
      right[i] = one.byScore().get(score).label().equals(one.truth());
    }
    return right;
  }
}
