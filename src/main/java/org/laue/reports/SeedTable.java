package org.laue.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.PaperTable1;
import org.laue.evaluation.Proportion;

/**
 * Table 1 over several trainings of one study: per condition and method the mean, the worst seed,
 * its 95 % Wilson interval, and the class that is worst there.
 */
public final class SeedTable {
  public static final String TABLE = "seeds.csv";

  private final String title;
  private final SortedMap<Long, AccuracyTable> bySeed;

  /**
   * @param bySeed accuracies by the seed of the training, at least one
   */
  public SeedTable(String title, SortedMap<Long, AccuracyTable> bySeed) {
    this.title = title;
    this.bySeed = new TreeMap<>(bySeed);
  }

  /**
   * One cell of the table.
   *
   * @param n answers of one seed
   * @param mean over the seeds, percent
   * @param worstSeed the one with the smallest share of right answers
   * @param worst its right answers
   * @param worstClass the class that has the smallest share there
   */
  record Cell(
      Condition condition,
      Method method,
      long n,
      double mean,
      long worstSeed,
      Proportion worst,
      String worstClass,
      Proportion worstOfClass) {}

  /** The files by name: {@link #TABLE} and a page. */
  public SortedMap<String, byte[]> files() {
    List<Cell> cells = cells();
    return ReportFiles.of(TABLE, csv(cells), html(cells));
  }

  List<Cell> cells() {
    SortedMap<Condition, SortedMap<Method, SortedMap<Long, Proportion>>> shares = new TreeMap<>();
    bySeed.forEach(
        (seed, table) ->
            Table1Csv.merged(table)
                .forEach(
                    (condition, methods) ->
                        methods.forEach(
                            (method, share) ->
                                shares
                                    .computeIfAbsent(condition, c -> new TreeMap<>())
                                    .computeIfAbsent(method, m -> new TreeMap<>())
                                    .put(seed, share))));
    List<Cell> cells = new ArrayList<>();
    shares.forEach(
        (condition, methods) ->
            methods.forEach((method, seeds) -> cells.add(cell(condition, method, seeds))));
    return cells;
  }

  private Cell cell(Condition condition, Method method, SortedMap<Long, Proportion> seeds) {
    Map.Entry<Long, Proportion> worst =
        seeds.entrySet().stream()
            .min(Comparator.comparingDouble(e -> e.getValue().percent()))
            .orElseThrow();
    Map.Entry<String, Proportion> worstClass =
        classes(bySeed.get(worst.getKey()), condition, method).entrySet().stream()
            .min(Comparator.comparingDouble(e -> e.getValue().percent()))
            .orElseThrow();
    double mean =
        seeds.values().stream().mapToDouble(Proportion::percent).average().orElse(Double.NaN);
    return new Cell(
        condition,
        method,
        worst.getValue().n(),
        mean,
        worst.getKey(),
        worst.getValue(),
        worstClass.getKey(),
        worstClass.getValue());
  }

  /** By true class; binary and ternary substitution together, as in the table. */
  private static SortedMap<String, Proportion> classes(
      AccuracyTable table, Condition row, Method method) {
    SortedMap<String, Proportion> classes = new TreeMap<>();
    table.conditions().stream()
        .filter(c -> Table1Csv.row(c).equals(row))
        .forEach(
            c ->
                table
                    .perClass(c, method)
                    .forEach((label, share) -> classes.merge(label, share, Proportion::plus)));
    return classes;
  }

  private static String csv(List<Cell> cells) {
    List<Object[]> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows.add(
          new Object[] {
            Table1Csv.defect(cell.condition()),
            Table1Csv.level(cell.condition().level()),
            cell.method().key(),
            cell.n(),
            Table1Csv.percent(cell.mean()),
            Table1Csv.percent(cell.worst().percent()),
            cell.worstSeed(),
            Table1Csv.percent(cell.worst().lowPercent()),
            Table1Csv.percent(cell.worst().highPercent()),
            cell.worstClass(),
            Table1Csv.percent(cell.worstOfClass().percent()),
            Table1Csv.paper(cell.condition(), cell.method())
          });
    }
    return Table1Csv.csv(
        rows,
        "defect",
        "level",
        "method",
        "n",
        "mean",
        "worst",
        "worst_seed",
        "worst_ci_low",
        "worst_ci_high",
        "worst_class",
        "worst_class_accuracy",
        "paper");
  }

  private String html(List<Cell> cells) {
    StringBuilder html =
        new StringBuilder(
            "<header><p class=\"brand\">Laue</p><h1>"
                + Html.escape(title)
                + "</h1><p class=\"lead\">"
                + bySeed.size()
                + " trainings that differ in their seed alone ("
                + links(bySeed.keySet())
                + "). Share of right answers in percent; the interval is the 95 % Wilson interval"
                + " of the worst seed.</p></header><section><table class=\"table1\"><thead><tr>"
                + "<th>Defect</th><th>Level</th><th>Method</th><th>n</th><th>Mean</th>"
                + "<th>Worst</th><th>Seed</th><th>Interval</th><th>Worst class</th>"
                + "<th>Paper</th></tr></thead><tbody>");
    cells.forEach(cell -> html.append(row(cell)));
    return Html.page(title, html.append("</tbody></table></section>").toString());
  }

  /** To the reports of the seeds. */
  static String links(Collection<Long> seeds) {
    List<String> links = new ArrayList<>();
    for (long seed : seeds) {
      links.add("<a href=\"" + directory(seed) + "/" + ReportFiles.PAGE + "\">" + seed + "</a>");
    }
    return String.join(", ", links);
  }

  /** Where the report of one seed lies beside the table. */
  public static String directory(long seed) {
    return "seed=" + seed;
  }

  private static String row(Cell cell) {
    OptionalDouble paper = PaperTable1.accuracyPercent(cell.condition(), cell.method());
    return "<tr>"
        + Html.cell(cell.condition().defect())
        + Html.cell(Table1Html.level(cell.condition()))
        + Html.cell(cell.method().title())
        + Html.number(Html.count(cell.n()))
        + Html.number(Html.percent(cell.mean()))
        + Html.number(Html.percent(cell.worst().percent()))
        + Html.number(Long.toString(cell.worstSeed()))
        + Html.number(
            Html.percent(cell.worst().lowPercent())
                + " to "
                + Html.percent(cell.worst().highPercent()))
        + Html.cell(cell.worstClass() + " " + Html.percent(cell.worstOfClass().percent()))
        + Html.number(paper.isPresent() ? Html.percent(paper.getAsDouble()) : "")
        + "</tr>";
  }
}
