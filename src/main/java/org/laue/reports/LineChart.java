package org.laue.reports;

import java.util.List;
import java.util.Locale;

/**
 * A chart of percentages, or of other numbers, over a few named levels, as SVG. It is drawn by hand
 * because the library route needs fonts on the machine, which the driver of a cluster does not
 * have; the levels stand at equal distances, since they span three decades.
 */
final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 46;
  private static final int RIGHT = 14;
  private static final int TOP = 14;
  private static final int BOTTOM = 48;

  /**
   * One curve.
   *
   * @param values by level, NaN where there is none; low and high span the interval
   * @param dashed for numbers that are not ours
   */
  record Series(
      String name, String colour, boolean dashed, double[] values, double[] low, double[] high) {}

  private final String axis;
  private final List<String> levels;
  private final double bottom;
  private final double top;
  private final String what;
  private final String unit;

  LineChart(String axis, List<String> levels) {
    this(axis, levels, 0);
  }

  /**
   * @param bottom lowest percentage shown
   */
  LineChart(String axis, List<String> levels, double bottom) {
    this(axis, levels, bottom, 100, "Accuracy", " %");
  }

  private LineChart(
      String axis, List<String> levels, double bottom, double top, String what, String unit) {
    this.axis = axis;
    this.levels = List.copyOf(levels);
    this.bottom = bottom;
    this.top = top;
    this.what = what;
    this.unit = unit;
  }

  /**
   * Of other numbers than percentages, from 0.
   *
   * @param top largest number shown
   * @param what they are
   */
  static LineChart ofNumbers(String axis, List<String> levels, double top, String what) {
    return new LineChart(axis, levels, 0, top, what, "");
  }

  private String number(double value) {
    return unit.isEmpty() ? String.format(Locale.ROOT, "%.3g", value) : Html.percent(value);
  }

  String svg(List<Series> series) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s over %s\">",
            WIDTH,
            HEIGHT,
            Html.escape(what),
            Html.escape(axis)));
    grid(svg);
    series.forEach(s -> band(svg, s));
    series.forEach(s -> curve(svg, s));
    return svg.append("</svg>").toString();
  }

  private void grid(StringBuilder svg) {
    for (int i = 0; i <= 4; i++) {
      double value = bottom + i * (top - bottom) / 4;
      svg.append(Svg.line(LEFT, y(value), WIDTH - RIGHT, y(value), "grid"));
      svg.append(Svg.text(LEFT - 8, y(value) + 4, "end", number(value)));
    }
    for (int i = 0; i < levels.size(); i++) {
      svg.append(Svg.text(x(i), HEIGHT - BOTTOM + 18, "middle", levels.get(i)));
    }
    svg.append(Svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", axis));
  }

  private void band(StringBuilder svg, Series s) {
    if (s.low() == null) {
      return;
    }
    for (int i = 0; i < levels.size(); i++) {
      if (!Double.isNaN(s.values()[i])) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                    + " stroke-width=\"5\" stroke-opacity=\".25\"/>",
                x(i),
                y(s.low()[i]),
                x(i),
                y(s.high()[i]),
                s.colour()));
      }
    }
  }

  private void curve(StringBuilder svg, Series s) {
    svg.append(
        String.format(
            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.2\"%s/>",
            path(s.values()), s.colour(), s.dashed() ? " stroke-dasharray=\"2 5\"" : ""));
    for (int i = 0; i < levels.size(); i++) {
      if (!Double.isNaN(s.values()[i])) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\" fill=\"%s\"><title>%s, %s:"
                    + " %s%s</title></circle>",
                x(i),
                y(s.values()[i]),
                s.dashed() ? "var(--paper)" : s.colour(),
                Html.escape(s.name()),
                Html.escape(levels.get(i)),
                number(s.values()[i]),
                unit));
      }
    }
  }

  private String path(double[] values) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        pen = false;
      } else {
        path.append(
            String.format(Locale.ROOT, "%s%.1f %.1f ", pen ? "L" : "M", x(i), y(values[i])));
        pen = true;
      }
    }
    return path.toString();
  }

  private double x(int level) {
    double step = (WIDTH - LEFT - RIGHT) / (double) levels.size();
    return LEFT + (level + 0.5) * step;
  }

  private double y(double value) {
    double share = (Math.max(bottom, value) - bottom) / (top - bottom);
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  }
}
