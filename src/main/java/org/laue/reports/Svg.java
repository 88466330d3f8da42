package org.laue.reports;

import java.util.Locale;

/** Elements of the charts, in the units of their view boxes. */
final class Svg {
  private Svg() {}

  /**
   * @param style class of the style sheet
   */
  static String line(double x1, double y1, double x2, double y2, String style) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
        x1,
        y1,
        x2,
        y2,
        style);
  }

  /**
   * @param anchor which part of the text stands at x: start, middle or end
   */
  static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        Html.escape(text));
  }

  /** The name of the vertical axis, read from below. */
  static String upName(double x, double y, String text) {
    return String.format(
        Locale.ROOT,
        "<text transform=\"translate(%.0f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        x,
        y,
        Html.escape(text));
  }

  /** Begins a square figure of one number over another. */
  static String square(int size, String across, String up) {
    return String.format(
        Locale.ROOT,
        "<figure class=\"square\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s over %s\">",
        size,
        size,
        Html.escape(up),
        Html.escape(across));
  }

  /**
   * A dot with its interval.
   *
   * @param title what the pointer tells of it
   */
  static String dot(double x, double y, double low, double high, String title) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$.1f\" y2=\"%3$.1f\" stroke=\"#1f6feb\""
            + " stroke-width=\"4\" stroke-opacity=\".3\"/><circle cx=\"%1$.1f\" cy=\"%4$.1f\""
            + " r=\"3.4\" fill=\"#1f6feb\"><title>%5$s</title></circle>",
        x,
        low,
        high,
        y,
        Html.escape(title));
  }
}
