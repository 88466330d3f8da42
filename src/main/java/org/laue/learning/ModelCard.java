package org.laue.learning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.learning.training.LearningCurve;

/** The page that tells a reader what a model is, what it was trained on and where it ends. */
final class ModelCard {
  private ModelCard() {}

  static String markdown(CrystalModel model) {
    return """
    # Model card

    Classifies crystal structures from two-dimensional diffraction fingerprints with the
    convolutional network of Ziletti et al., Nat. Commun. 9, 2775 (2018).

    Classes: %s.

    ## Learning

    %s

    Batch normalisation was measured anew on the training images after the last update.

    ## Fingerprints it understands

    %s

    Others are refused.

    ## Where it comes from

    %s

    ## Limits

    The network knows the prototypes it was trained on and no others: a structure of the right
    space group with other occupied sites may be put into a wrong class with high probability.
    The probabilities say nothing about structures outside the classes. The novelty gate warns
    when the mean of an image exceeds %s or when its features lie more than %s from those of
    every training image; it does not catch every such structure.
    """
        .formatted(
            model.labels().stream().map(l -> "`" + l + "`").collect(Collectors.joining(", ")),
            learning(model.learningCurve().points()),
            table(model.description().fingerprint()),
            table(model.description().provenance()),
            number(model.novelty().meanLimit()),
            number(model.novelty().distanceLimit()));
  }

  private static String learning(List<LearningCurve.Point> points) {
    if (points.isEmpty()) {
      return "No learning curve was kept.";
    }
    LearningCurve.Point last = points.get(points.size() - 1);
    return String.format(
        Locale.ROOT,
        "%d gradient steps on %d images; accuracy at the end %.2f %% on a sample of the training"
            + " images%s (`learning_curve.csv`).",
        last.batches(),
        last.images(),
        100 * last.trainAccuracy(),
        Double.isNaN(last.testAccuracy())
            ? ""
            : String.format(Locale.ROOT, ", %.2f %% on test images", 100 * last.testAccuracy()));
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
