package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;
import org.laue.evaluation.PeerErrors;

/** Errors of predicted numbers, as comma-separated values and as a table of the page. */
final class NumberTable {
  private final List<PeerErrors> rows = new ArrayList<>();

  /**
   * @param who the network
   * @param peers others on the same crystals
   */
  NumberTable(String who, List<NumberRow> own, List<PeerErrors> peers) {
    own.forEach(row -> rows.add(new PeerErrors(who, row)));
    rows.addAll(peers);
  }

  /** One row per number, side, condition and who says it; errors in the unit of the number. */
  String csv() {
    List<Object[]> cells = new ArrayList<>();
    for (PeerErrors line : rows) {
      NumberRow row = line.row();
      NumberErrors errors = row.errors();
      cells.add(
          new Object[] {
            row.quantity(),
            row.unit(),
            row.side(),
            Table1Csv.defect(row.condition()),
            Table1Csv.level(row.condition().level()),
            errors.n(),
            number(errors.meanAbsolute()),
            number(errors.low()),
            number(errors.high()),
            number(errors.rootMeanSquare()),
            number(errors.determination()),
            line.who()
          });
    }
    return Table1Csv.csv(
        cells,
        "quantity",
        "unit",
        "side",
        "defect",
        "level",
        "n",
        "mae",
        "ci_low",
        "ci_high",
        "rmse",
        "r2",
        "who");
  }

  String html() {
    StringBuilder html =
        new StringBuilder(
            "<p>Mean absolute error (MAE) with its 95 % bootstrap interval, root mean square error"
                + " (RMSE) and coefficient of determination (R²) against the true"
                + " numbers; of others' predictions on those crystals that their tables hold"
                + " (n).</p><table><tr><th>Who</th><th>Number</th><th>Unit</th><th>Side</th>"
                + "<th>Condition</th><th>n</th><th>MAE</th><th>95 %</th><th>RMSE</th>"
                + "<th>R²</th></tr>");
    for (PeerErrors line : rows) {
      NumberRow row = line.row();
      NumberErrors errors = row.errors();
      html.append("<tr>")
          .append(Html.cell(line.who()))
          .append(Html.cell(row.quantity()))
          .append(Html.cell(row.unit()))
          .append(Html.cell(row.side()))
          .append(
              Html.cell(
                  Table1Csv.defect(row.condition())
                      + " "
                      + Table1Csv.level(row.condition().level())))
          .append(Html.number(Html.count(errors.n())))
          .append(Html.number(number(errors.meanAbsolute())))
          .append(Html.number(interval(errors)))
          .append(Html.number(number(errors.rootMeanSquare())))
          .append(Html.number(number(errors.determination())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }

  static String interval(NumberErrors errors) {
    return number(errors.low()) + " – " + number(errors.high());
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
