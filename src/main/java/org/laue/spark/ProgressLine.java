package org.laue.spark;

import java.util.Locale;

/** One line that says what runs, how far it is and how long it will take. */
final class ProgressLine {
  private ProgressLine() {}

  static String of(String step, long done, long total, String unit, double seconds) {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %3d %%, %,d of %,d %s, %s gone",
            step,
            total == 0 ? 100 : Math.min(100, 100 * done / total),
            done,
            total,
            unit,
            clock(seconds));
    if (done == 0) {
      return line;
    }
    String rated = line + rate(done / Math.max(seconds, 1e-3));
    return done >= total ? rated : rated + ", " + clock(seconds * (total - done) / done) + " left";
  }

  /** {@code , 1,234 a second} or {@code , 0.25 a second}. */
  private static String rate(double perSecond) {
    return String.format(
        Locale.ROOT, perSecond < 10 ? ", %.2g a second" : ", %,.0f a second", perSecond);
  }

  /** {@code 1:05} or {@code 2:00:00}. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
