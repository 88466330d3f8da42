package org.laue.reports;

import java.util.List;
import java.util.Locale;
import org.laue.evaluation.ThresholdCurve;

/** A chart of shares over shares, both from 0 to 1, as SVG without fonts of its own. */
final class SquareChart {
  private static final int SIZE = 320;
  private static final int LEFT = 44;
  private static final int BOTTOM = 44;
  private static final int MARGIN = 12;

  /** Told apart where they stand beside each other; beyond them the curves are dashed. */
  private static final List<String> COLOURS =
      List.of("#1f6feb", "#b42318", "#0f766e", "#d97706", "#7c3aed", "#6b7f2a", "#be185d");

  private final String across;
  private final String up;
  private final StringBuilder marks = new StringBuilder();
  private final StringBuilder legend = new StringBuilder();
  private int curves;

  /**
   * @param across what the horizontal axis shows
   * @param up what the vertical one shows
   */
  SquareChart(String across, String up) {
    this.across = across;
    this.up = up;
  }

  /** A curve in the next colour. */
  SquareChart curve(String name, double[] x, double[] y) {
    String colour = COLOURS.get(curves % COLOURS.size());
    boolean dashed = curves++ / COLOURS.size() % 2 == 1;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      path.append(
          String.format(Locale.ROOT, "%s%.1f %.1f ", i == 0 ? "M" : "L", across(x[i]), up(y[i])));
    }
    marks
        .append("<path fill=\"none\" stroke-width=\"1.8\"")
        .append(dashed ? " stroke-dasharray=\"2 4\"" : "")
        .append(" stroke=\"")
        .append(colour)
        .append("\" d=\"")
        .append(path)
        .append("\"/>");
    legend
        .append("<span class=\"key")
        .append(dashed ? " dashed" : "")
        .append("\" style=\"--c:")
        .append(colour)
        .append("\">")
        .append(Html.escape(name))
        .append("</span>");
    return this;
  }

  /** A receiver operating characteristic, from the corner where nothing counts as of the class. */
  SquareChart receiver(String name, List<ThresholdCurve.Point> points) {
    double[] x = new double[points.size() + 1];
    double[] y = new double[points.size() + 1];
    for (int i = 0; i < points.size(); i++) {
      x[i + 1] = points.get(i).falsePositiveRate();
      y[i + 1] = points.get(i).recall();
    }
    return curve(name, x, y);
  }

  /** Dots with intervals. */
  SquareChart dot(double x, double y, double low, double high, String title) {
    marks.append(Svg.dot(across(x), up(y), up(low), up(high), title));
    return this;
  }

  /** The line where both shares are equal. */
  SquareChart diagonal() {
    marks.append(line(0, 0, 1, 1));
    return this;
  }

  /** Of a figure with its legend. */
  String figure(String caption) {
    StringBuilder svg = new StringBuilder(Svg.square(SIZE, across, up));
    for (double tick : new double[] {0, 0.5, 1}) {
      svg.append(line(0, tick, 1, tick)).append(line(tick, 0, tick, 1));
      svg.append(Svg.text(across(tick), SIZE - BOTTOM + 16, "middle", Html.percent(tick)));
      svg.append(Svg.text(LEFT - 6, up(tick) + 4, "end", Html.percent(tick)));
    }
    svg.append(Svg.text((across(0) + across(1)) / 2, SIZE - 10, "middle", across));
    svg.append(Svg.upName(14, (up(0) + up(1)) / 2, up));
    return svg.append(marks)
        .append("</svg><figcaption>")
        .append(Html.escape(caption))
        .append(legend.length() == 0 ? "" : "<br>")
        .append(legend)
        .append("</figcaption></figure>")
        .toString();
  }

  private static double across(double share) {
    return LEFT + share * (SIZE - LEFT - MARGIN);
  }

  private static double up(double share) {
    return SIZE - BOTTOM - share * (SIZE - BOTTOM - MARGIN);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return Svg.line(across(x1), up(y1), across(x2), up(y2), "grid");
  }
}
