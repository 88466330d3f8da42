package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was said of the structures of one set.
 *
 * @param set its name
 * @param right what must be right
 * @param goal percent, 0 for none
 */
public record RealScore(String set, Right right, double goal, List<RealAnswer> answers) {

  /** What is asked of an answer. */
  public enum Right {
    CLASS(RealAnswer::isClassRight),
    GROUP(RealAnswer::isGroupRight),
    EITHER(answer -> answer.isClassRight() || answer.isGroupRight()),
    CLASS_OR_UNKNOWN(answer -> answer.isClassRight() || answer.isUnknown()),
    QUIET(answer -> !answer.isSilent());

    private final Predicate<RealAnswer> test;

    Right(Predicate<RealAnswer> test) {
      this.test = test;
    }
  }

  public RealScore {
    answers = List.copyOf(answers);
  }

  /** The answers that were asked for. */
  public Proportion hits() {
    return count(right.test);
  }

  /** Answers whose space group is right. */
  public Proportion groups() {
    return count(RealAnswer::isGroupRight);
  }

  /** Right classes among those given with 0.9 or more. */
  public Proportion sure() {
    return new RealScore(set, right, goal, answers.stream().filter(RealAnswer::isSure).toList())
        .count(RealAnswer::isClassRight);
  }

  public long unknown() {
    return count(RealAnswer::isUnknown).correct();
  }

  public long wrong() {
    return count(RealAnswer::isWrong).correct();
  }

  public long silent() {
    return count(RealAnswer::isSilent).correct();
  }

  private Proportion count(Predicate<RealAnswer> test) {
    return new Proportion(answers.stream().filter(test).count(), answers.size());
  }

  /** Whether the goal is reached; true without one. */
  public boolean isMet() {
    return goal == 0 || hits().percent() >= goal;
  }

  /** The same for each truth, by its label. */
  public Map<String, RealScore> byTruth() {
    Map<String, RealScore> parts = new TreeMap<>();
    answers.stream()
        .collect(Collectors.groupingBy(RealAnswer::truth))
        .forEach((truth, own) -> parts.put(truth, new RealScore(set, right, 0, own)));
    return parts;
  }

  /**
   * Answers that miss in the same way.
   *
   * @param truth class and group that it is
   * @param said those that were said
   * @param warnings codes that came with it
   */
  public record Cause(String truth, String said, String warnings, List<String> ids) {}

  /** How answers miss, the commonest first. */
  public List<Cause> causes() {
    Map<List<String>, List<String>> found = new TreeMap<>(Comparator.comparing(List::toString));
    for (RealAnswer answer : answers) {
      if (!right.test.test(answer)) {
        found.computeIfAbsent(cause(answer), any -> new ArrayList<>()).add(answer.id());
      }
    }
    return found.entrySet().stream()
        .map(e -> new Cause(e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
        .sorted(Comparator.comparingInt(cause -> -cause.ids().size()))
        .toList();
  }

  private static List<String> cause(RealAnswer answer) {
    return List.of(
        named(answer.truth(), answer.trueGroup()),
        named(answer.said(), answer.group()),
        answer.warnings());
  }

  private static String named(String label, int group) {
    return group == 0 ? label : label + " " + group;
  }
}
