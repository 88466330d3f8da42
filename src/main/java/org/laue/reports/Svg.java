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
}
