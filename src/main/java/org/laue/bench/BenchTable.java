package org.laue.bench;

import java.util.List;
import java.util.Locale;
import org.laue.cli.OutputTable;

/** The table of {@code laue bench}: ours, the peer's in the same run, the ratio, the limit. */
final class BenchTable {
  static final List<String> COLUMNS =
      List.of("what", "work", "ours", "peer", "unit", "ratio", "limit", "times_limit", "note");

  private final OutputTable table = new OutputTable(COLUMNS);

  /**
   * A row where less is better.
   *
   * @param peer NaN where there is none
   * @param limit what the machine allows at best, NaN where it is not stated
   */
  void cost(
      String what, String work, double ours, double peer, String unit, double limit, String note) {
    table.add(
        what,
        work,
        number(ours),
        number(peer),
        unit,
        number(peer / ours),
        number(limit),
        number(ours / limit),
        note);
  }

  /** A row where more is better. */
  void rate(
      String what, String work, double ours, double peer, String unit, double limit, String note) {
    table.add(
        what,
        work,
        number(ours),
        number(peer),
        unit,
        number(ours / peer),
        number(limit),
        number(limit / ours),
        note);
  }

  String render(OutputTable.Style style) {
    return table.render(style);
  }

  private static Object number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return Double.valueOf(String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.3g", value));
  }
}
