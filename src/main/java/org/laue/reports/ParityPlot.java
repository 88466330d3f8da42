package org.laue.reports;

import java.util.List;
import java.util.Locale;
import org.laue.evaluation.NumberAnswer;

/** Predicted numbers over the true ones, a dot a crystal; on the diagonal they are equal. */
final class ParityPlot {
  private static final int SIZE = 320;
  private static final int LEFT = 52;
  private static final int BOTTOM = 44;
  private static final int MARGIN = 12;

  /** Dots in the picture; of more, evenly spread ones are shown. */
  private static final int MOST = 3000;

  /** About so many ticks on an axis. */
  private static final int TICKS = 5;

  private final List<NumberAnswer> answers;
  private final double least;
  private final double most;

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
    least = low - room;
    most = high + room;
  }

  String figure() {
    NumberAnswer any = answers.get(0);
    String name = (any.quantity() + ", " + any.unit()).replaceFirst(", $", "");
    StringBuilder svg = new StringBuilder("<figure class=\"square\">");
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"predicted over true %s\">",
            SIZE,
            SIZE,
            Html.escape(name)));
    double step = step();
    for (double tick = step * Math.ceil(least / step); tick <= most; tick += step) {
      svg.append(Svg.line(across(tick), up(least), across(tick), up(most), "grid"))
          .append(Svg.line(across(least), up(tick), across(most), up(tick), "grid"))
          .append(Svg.text(across(tick), SIZE - BOTTOM + 16, "middle", label(tick, step)))
          .append(Svg.text(LEFT - 6, up(tick) + 4, "end", label(tick, step)));
    }
    return svg.append(Svg.line(across(least), up(least), across(most), up(most), "grid"))
        .append(dots())
        .append(Svg.text((across(least) + across(most)) / 2, SIZE - 10, "middle", "true " + name))
        .append(
            String.format(
                Locale.ROOT,
                "<text transform=\"translate(12 %.1f) rotate(-90)\""
                    + " text-anchor=\"middle\">predicted</text>",
                (up(least) + up(most)) / 2))
        .append("</svg><figcaption>")
        .append(Html.count(answers.size()))
        .append(" crystals of the test side")
        .append(answers.size() > MOST ? ", " + Html.count(MOST) + " of them shown" : "")
        .append("</figcaption></figure>")
        .toString();
  }

  /** 1, 2 or 5 times a power of ten. */
  private double step() {
    double raw = (most - least) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
  }

  private static String label(double tick, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    double rounded = Math.abs(tick) < step / 2 ? 0 : tick;
    return String.format(Locale.ROOT, "%." + decimals + "f", rounded);
  }

  /** One path of round points of no length. */
  private String dots() {
    int shown = Math.min(MOST, answers.size());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      NumberAnswer answer = answers.get((int) ((long) i * answers.size() / shown));
      path.append(
          String.format(
              Locale.ROOT, "M%.1f %.1fh0", across(answer.truth()), up(answer.predicted())));
    }
    return "<path fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"3\" stroke-linecap=\"round\""
        + " stroke-opacity=\".35\" d=\""
        + path
        + "\"/>";
  }

  private double across(double value) {
    return LEFT + (value - least) / (most - least) * (SIZE - LEFT - MARGIN);
  }

  private double up(double value) {
    return SIZE - BOTTOM - (value - least) / (most - least) * (SIZE - BOTTOM - MARGIN);
  }
}
