package org.laue.reports;

import java.util.Locale;

/** A square chart of two numbers of one unit over the same range, with its diagonal, as SVG. */
final class NumberAxes {
  private static final int SIZE = 320;
  private static final int LEFT = 52;
  private static final int BOTTOM = 44;
  private static final int MARGIN = 12;

  /** About so many ticks on an axis. */
  private static final int TICKS = 5;

  private final double least;
  private final double most;

  /**
   * @param least of both axes
   * @param most of both; larger
   */
  NumberAxes(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /**
   * @param marks what is drawn within, by {@link #across} and {@link #up}
   */
  String figure(String acrossName, String upName, String marks, String caption) {
    StringBuilder svg = new StringBuilder(Svg.square(SIZE, acrossName, upName));
    double step = step();
    for (double tick = step * Math.ceil(least / step); tick <= most; tick += step) {
      svg.append(Svg.line(across(tick), up(least), across(tick), up(most), "grid"))
          .append(Svg.line(across(least), up(tick), across(most), up(tick), "grid"))
          .append(Svg.text(across(tick), SIZE - BOTTOM + 16, "middle", label(tick, step)))
          .append(Svg.text(LEFT - 6, up(tick) + 4, "end", label(tick, step)));
    }
    return svg.append(Svg.line(across(least), up(least), across(most), up(most), "grid"))
        .append(marks)
        .append(Svg.text((across(least) + across(most)) / 2, SIZE - 10, "middle", acrossName))
        .append(Svg.upName(12, (up(least) + up(most)) / 2, upName))
        .append("</svg><figcaption>")
        .append(Html.escape(caption))
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

  double across(double value) {
    return LEFT + (value - least) / (most - least) * (SIZE - LEFT - MARGIN);
  }

  double up(double value) {
    return SIZE - BOTTOM - (value - least) / (most - least) * (SIZE - BOTTOM - MARGIN);
  }
}
