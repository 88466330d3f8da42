package org.laue.reports;

import java.util.List;
import java.util.Locale;
import org.laue.evaluation.NumberAnswer;

/** Predicted numbers over the true ones, a dot a crystal; on the diagonal they are equal. */
final class ParityPlot {
  /** Dots in the picture; of more, evenly spread ones are shown. */
  private static final int MOST = 3000;

  private final List<NumberAnswer> answers;
  private final NumberAxes axes;

  /**
   * @param answers of one quantity, at least one
   */
  ParityPlot(List<NumberAnswer> answers) {
    this.answers = answers;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (NumberAnswer answer : answers) {
      low = Math.min(low, Math.min(answer.truth(), answer.predicted()));
      high = Math.max(high, Math.max(answer.truth(), answer.predicted()));
    }
    double room = high > low ? 0.03 * (high - low) : 1;
    axes = new NumberAxes(low - room, high + room);
  }

  String figure() {
    NumberAnswer any = answers.get(0);
    String name = (any.quantity() + ", " + any.unit()).replaceFirst(", $", "");
    String caption =
        Html.count(answers.size())
            + " crystals of the test side"
            + (answers.size() > MOST ? ", " + Html.count(MOST) + " of them shown" : "");
    return axes.figure("true " + name, "predicted", dots(), caption);
  }

  /** One path of round points of no length. */
  private String dots() {
    int shown = Math.min(MOST, answers.size());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      NumberAnswer answer = answers.get((int) ((long) i * answers.size() / shown));
      path.append(
          String.format(
              Locale.ROOT,
              "M%.1f %.1fh0",
              axes.across(answer.truth()),
              axes.up(answer.predicted())));
    }
    return "<path fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"3\" stroke-linecap=\"round\""
        + " stroke-opacity=\".35\" d=\""
        + path
        + "\"/>";
  }
}
