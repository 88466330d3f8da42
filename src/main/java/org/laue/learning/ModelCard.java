package org.laue.learning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;

/** The page that tells a reader what a model is, what it was trained on and where it ends. */
final class ModelCard {
  private ModelCard() {}

  /**
   * @param note what else is to be told, for instance what it was asked and how it answered; may be
   *     empty
   */
  static String markdown(CrystalModel model, String note) {
    return note.isBlank() ? markdown(model) : markdown(model) + "\n" + note.strip() + "\n";
  }

  private static String markdown(CrystalModel model) {
    return """
    # Model card

    Network `%s` answers what descriptor `%s` shows of a crystal.

    %s.

    ## Learning

    %s

    ## What it looks at

    %s

    Others are refused.

    ## Where it comes from

    %s

    ## Limits

    %s
    """
        .formatted(
            model.description().network(),
            model.description().descriptor().name(),
            answers(model.description().task()),
            learning(model.learningCurve().points()),
            table(new TreeMap<>(model.description().descriptor().settings())),
            table(model.description().provenance()),
            limits(model.novelty()));
  }

  private static String limits(Novelty gate) {
    return Double.isFinite(gate.meanLimit())
        ? """
          The network knows the prototypes it was trained on and no others: a structure of the right
          space group with other occupied sites may be put into a wrong class with high probability.
          The answers say nothing about structures unlike those of the training. The novelty gate warns
          when the mean of an image exceeds %s or when its features lie more than %s from those of
          everything it learned from; it does not catch every such structure.\
          """
            .formatted(number(gate.meanLimit()), number(gate.distanceLimit()))
        : """
          The answers say nothing about crystals unlike those of the training, and are as good as the
          labels that it learned from. A warning is given where the network's features lie more than %s
          from those of everything it learned from, and where an element was never learned from; it does
          not catch every such crystal.\
          """
            .formatted(number(gate.distanceLimit()));
  }

  private static String answers(Task task) {
    return task instanceof ScalarTask numbers
        ? "Numbers: " + quoted(numbers.scalars().stream().map(ScalarTask.Scalar::toString))
        : "Classes: " + quoted(((ClassTask) task).labels().stream());
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String learning(List<LearningCurve.Point> points) {
    if (points.isEmpty()) {
      return "No learning curve was kept.";
    }
    LearningCurve.Point last = points.get(points.size() - 1);
    return String.format(
        Locale.ROOT,
        "%d gradient steps on %d showings; score at the end %.4f on a sample of what it learned%s"
            + " (`learning_curve.csv`; the share right, or for numbers the coefficient of"
            + " determination).",
        last.batches(),
        last.images(),
        last.trainAccuracy(),
        Double.isNaN(last.testAccuracy())
            ? ""
            : String.format(Locale.ROOT, ", %.4f on what it did not", last.testAccuracy()));
  }

  private static String table(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(e -> "| " + e.getKey() + " | " + e.getValue() + " |")
        .collect(Collectors.joining("\n", "| setting | value |\n|---|---|\n", ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
