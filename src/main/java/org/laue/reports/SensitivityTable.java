package org.laue.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.Proportion;

/**
 * How much the network's right answers hang on a setting: studies of a sweep, each under the same
 * conditions and over several seeds. Studies are named {@code WHAT VALUE}; those of one WHAT make a
 * table and a chart.
 */
public final class SensitivityTable {
  public static final String TABLE = SweepTable.TABLE;

  private final String title;
  private final Map<String, SortedMap<Long, AccuracyTable>> studies;

  /**
   * @param studies accuracies by the name of the study and the seed of the training, at least one
   *     of each
   */
  public SensitivityTable(String title, Map<String, SortedMap<Long, AccuracyTable>> studies) {
    this.title = title;
    this.studies = new LinkedHashMap<>(studies);
  }

  /**
   * One cell.
   *
   * @param what the setting, for instance {@code atoms}
   * @param value of it, as the study is named
   * @param shares right answers by seed
   */
  record Cell(String what, String value, Condition condition, SortedMap<Long, Proportion> shares) {

    double mean() {
      return shares.values().stream().mapToDouble(Proportion::percent).average().orElseThrow();
    }

    double least() {
      return shares.values().stream().mapToDouble(Proportion::percent).min().orElseThrow();
    }

    double most() {
      return shares.values().stream().mapToDouble(Proportion::percent).max().orElseThrow();
    }

    /** Of all seeds together. */
    Proportion pooled() {
      return shares.values().stream().reduce(Proportion.NONE, Proportion::plus);
    }
  }

  /** The files by name: {@link #TABLE} and a page. */
  public SortedMap<String, byte[]> files() {
    List<Cell> cells = cells(Method.CONVNET);
    return ReportFiles.of(TABLE, csv(cells), html(cells));
  }

  private List<Cell> cells(Method method) {
    List<Cell> cells = new ArrayList<>();
    studies.forEach(
        (study, seeds) -> {
          int cut = study.lastIndexOf(' ');
          String what = cut < 0 ? "" : study.substring(0, cut);
          String value = study.substring(cut + 1);
          Map<Condition, SortedMap<Long, Proportion>> shares = new TreeMap<>();
          seeds.forEach(
              (seed, table) ->
                  Table1Csv.merged(table)
                      .forEach(
                          (condition, methods) -> {
                            if (methods.containsKey(method)) {
                              shares
                                  .computeIfAbsent(condition, c -> new TreeMap<>())
                                  .put(seed, methods.get(method));
                            }
                          }));
          shares.forEach((condition, s) -> cells.add(new Cell(what, value, condition, s)));
        });
    return cells;
  }

  private static String csv(List<Cell> cells) {
    List<Object[]> rows = new ArrayList<>();
    for (Cell cell : cells) {
      Proportion pooled = cell.pooled();
      rows.add(
          new Object[] {
            cell.what(),
            cell.value(),
            Table1Csv.defect(cell.condition()),
            Table1Csv.level(cell.condition().level()),
            cell.shares().size(),
            pooled.n(),
            Table1Csv.percent(cell.mean()),
            Table1Csv.percent(cell.least()),
            Table1Csv.percent(cell.most()),
            Table1Csv.percent(pooled.lowPercent()),
            Table1Csv.percent(pooled.highPercent())
          });
    }
    return Table1Csv.csv(
        rows, "what", "value", "defect", "level", "seeds", "n", "mean", "worst", "best", "ci_low",
        "ci_high");
  }

  private String html(List<Cell> cells) {
    StringBuilder html =
        new StringBuilder("<header><p class=\"brand\">Laue</p><h1>")
            .append(Html.escape(title))
            .append(
                "</h1><p class=\"lead\">Right answers of the network in percent, on crystals that"
                    + " it did not learn from: mean over the seeds, in brackets the worst and the"
                    + " best of them; n is that of all seeds together. Bars of the charts reach from"
                    + " the worst to the best seed. Below each table what the symmetry finder"
                    + " says of the same variants, at each tolerance.</p></header>");
    for (String what : cells.stream().map(Cell::what).distinct().toList()) {
      List<Cell> own = cells.stream().filter(cell -> cell.what().equals(what)).toList();
      html.append("<section><h2>").append(Html.escape(what)).append("</h2>");
      html.append(chart(what, own)).append(table(own)).append(others(what)).append("</section>");
    }
    return Html.page(title, html.toString());
  }

  /** Who else answered, folded. */
  private String others(String what) {
    StringBuilder html = new StringBuilder();
    for (Method method : Method.values()) {
      List<Cell> cells =
          method == Method.CONVNET
              ? List.of()
              : cells(method).stream().filter(cell -> cell.what().equals(what)).toList();
      if (!cells.isEmpty()) {
        html.append("<details><summary>")
            .append(Html.escape(method.title()))
            .append("</summary>")
            .append(table(cells))
            .append("</details>");
      }
    }
    return html.toString();
  }

  private static SortedSet<Condition> conditions(List<Cell> cells) {
    SortedSet<Condition> conditions = new TreeSet<>();
    cells.forEach(cell -> conditions.add(cell.condition()));
    return conditions;
  }

  private static List<String> values(List<Cell> cells) {
    return cells.stream().map(Cell::value).distinct().toList();
  }

  /** NaN where a study has no such condition. */
  private static double[] each(
      List<Cell> cells, Condition condition, ToDoubleFunction<Cell> number) {
    return values(cells).stream()
        .mapToDouble(
            value ->
                cells.stream()
                    .filter(c -> c.value().equals(value) && c.condition().equals(condition))
                    .mapToDouble(number)
                    .findFirst()
                    .orElse(Double.NaN))
        .toArray();
  }

  private static String chart(String what, List<Cell> cells) {
    List<LineChart.Series> series = new ArrayList<>();
    for (Condition condition : conditions(cells)) {
      series.add(
          new LineChart.Series(
              name(condition),
              TransitionReport.COLOURS.get(series.size() % TransitionReport.COLOURS.size()),
              false,
              each(cells, condition, Cell::mean),
              each(cells, condition, Cell::least),
              each(cells, condition, Cell::most)));
    }
    return "<figure>"
        + new LineChart(what, values(cells)).svg(series)
        + "<figcaption>"
        + Curves.legend(series)
        + "</figcaption></figure>";
  }

  /** Of several defects together in their own words, which say the levels. */
  private static String name(Condition condition) {
    if (condition.equals(Condition.PRISTINE)) {
      return condition.defect();
    }
    return condition.defect().equals(Condition.COMBINATION)
        ? condition.detail()
        : Table1Csv.defect(condition) + " " + Table1Csv.level(condition.level());
  }

  private static String table(List<Cell> cells) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th></th>");
    values(cells).forEach(value -> html.append("<th>").append(Html.escape(value)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (Condition condition : conditions(cells)) {
      html.append("<tr>").append(Html.cell(name(condition)));
      for (String value : values(cells)) {
        html.append(
            Html.number(
                cells.stream()
                    .filter(c -> c.value().equals(value) && c.condition().equals(condition))
                    .map(SensitivityTable::text)
                    .findFirst()
                    .orElse("")));
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static String text(Cell cell) {
    return "%s (%s–%s), n = %s"
        .formatted(
            Html.percent(cell.mean()),
            Html.percent(cell.least()),
            Html.percent(cell.most()),
            Html.count(cell.pooled().n()));
  }
}
