package org.laue.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.evaluation.Condition;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberEnsemble;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;

/**
 * Errors of numbers over several trainings of one study: the mean and the worst seed for each
 * condition, and what the seeds say together about the crystals of the test side as they are.
 */
public final class NumberSeedTable {
  public static final String TABLE = "seeds.csv";
  private static final String TEST = "test";

  private final String title;
  private final SortedMap<Long, Training> bySeed;
  private final List<EnsembleFigures> ensembles = new ArrayList<>();

  /** Quantities of which there is no ensemble. */
  private final List<String> without = new ArrayList<>();

  /**
   * What one training came to.
   *
   * @param rows errors by condition
   * @param answers of the test side, crystals as they are
   */
  public record Training(List<NumberRow> rows, List<NumberAnswer> answers) {
    public static Training of(StudyReport report) {
      return new Training(report.numbers(), report.numberAnswers());
    }
  }

  /**
   * One line of the table.
   *
   * @param mean of the seeds' mean absolute errors
   * @param worst the seed with the largest
   */
  private record Line(NumberRow any, double mean, Map.Entry<Long, NumberErrors> worst) {}

  private record Key(String quantity, Condition condition) {}

  /**
   * @param bySeed by the seed of the training, at least one
   */
  public NumberSeedTable(String title, SortedMap<Long, Training> bySeed) {
    this.title = title;
    this.bySeed = new TreeMap<>(bySeed);
    Set<String> quantities = new LinkedHashSet<>();
    bySeed.values().forEach(t -> t.answers().forEach(a -> quantities.add(a.quantity())));
    for (String quantity : quantities) {
      Optional<NumberEnsemble> ensemble =
          NumberEnsemble.of(bySeed.values().stream().map(t -> of(t, quantity)).toList());
      ensemble.ifPresentOrElse(
          e -> ensembles.add(new EnsembleFigures(e)), () -> without.add(quantity));
    }
  }

  private static List<NumberAnswer> of(Training training, String quantity) {
    return training.answers().stream().filter(a -> a.quantity().equals(quantity)).toList();
  }

  /** The files by name: {@link #TABLE}, a page, and what tells of the ensemble. */
  public SortedMap<String, byte[]> files() {
    List<Line> lines = lines();
    SortedMap<String, byte[]> files = ReportFiles.of(TABLE, csv(lines), html(lines));
    if (!ensembles.isEmpty()) {
      EnsembleFigures.csv(ensembles).forEach((name, csv) -> files.put(name, ReportFiles.utf8(csv)));
    }
    return files;
  }

  private List<Line> lines() {
    Map<Key, SortedMap<Long, NumberRow>> rows = new LinkedHashMap<>();
    bySeed.forEach(
        (seed, training) ->
            training.rows().stream()
                .filter(row -> row.side().equals(TEST))
                .forEach(
                    row ->
                        rows.computeIfAbsent(
                                new Key(row.quantity(), row.condition()), key -> new TreeMap<>())
                            .put(seed, row)));
    return rows.values().stream().map(NumberSeedTable::line).toList();
  }

  private static Line line(SortedMap<Long, NumberRow> seeds) {
    double mean =
        seeds.values().stream()
            .mapToDouble(row -> row.errors().meanAbsolute())
            .average()
            .orElseThrow();
    long worst = seeds.firstKey();
    for (var seed : seeds.entrySet()) {
      double error = seed.getValue().errors().meanAbsolute();
      worst = error > seeds.get(worst).errors().meanAbsolute() ? seed.getKey() : worst;
    }
    NumberRow row = seeds.get(worst);
    return new Line(row, mean, Map.entry(worst, row.errors()));
  }

  private String csv(List<Line> lines) {
    List<Object[]> cells = new ArrayList<>();
    for (Line line : lines) {
      NumberErrors worst = line.worst().getValue();
      cells.add(
          new Object[] {
            line.any().quantity(),
            line.any().unit(),
            Table1Csv.defect(line.any().condition()),
            Table1Csv.level(line.any().condition().level()),
            bySeed.size(),
            worst.n(),
            NumberTable.number(line.mean()),
            NumberTable.number(worst.meanAbsolute()),
            line.worst().getKey(),
            NumberTable.number(worst.low()),
            NumberTable.number(worst.high())
          });
    }
    return Table1Csv.csv(
        cells,
        "quantity",
        "unit",
        "defect",
        "level",
        "seeds",
        "n",
        "mae_mean",
        "mae_worst",
        "worst_seed",
        "worst_ci_low",
        "worst_ci_high");
  }

  private String html(List<Line> lines) {
    StringBuilder html =
        new StringBuilder(
            "<header><p class=\"brand\">Laue</p><h1>"
                + Html.escape(title)
                + "</h1><p class=\"lead\">"
                + bySeed.size()
                + " trainings that differ in their seed alone ("
                + SeedTable.links(bySeed.keySet())
                + "). Mean absolute errors of the test side; the interval is the 95 % bootstrap"
                + " interval of the worst seed.</p></header><section><table><thead><tr>"
                + "<th>Number</th><th>Unit</th><th>Condition</th><th>n</th><th>Mean</th>"
                + "<th>Worst</th><th>Seed</th><th>Interval</th></tr></thead><tbody>");
    lines.forEach(line -> html.append(row(line)));
    html.append("</tbody></table></section>");
    ensembles.forEach(ensemble -> html.append(ensemble.html(bySeed.size())));
    if (!without.isEmpty()) {
      html.append("<section><p>").append(Html.escape(whyWithout())).append("</p></section>");
    }
    return Html.page(title, html.toString());
  }

  private String whyWithout() {
    return "No ensemble of "
        + String.join(", ", without)
        + ": "
        + (bySeed.size() < 2
            ? "it takes two seeds or more."
            : "the seeds were not tested on the same crystals. Let the files tell the sides of the"
                + " split (train.sides).");
  }

  private static String row(Line line) {
    NumberErrors worst = line.worst().getValue();
    Condition condition = line.any().condition();
    return "<tr>"
        + Html.cell(line.any().quantity())
        + Html.cell(line.any().unit())
        + Html.cell(Table1Csv.defect(condition) + " " + Table1Csv.level(condition.level()))
        + Html.number(Html.count(worst.n()))
        + Html.number(NumberTable.number(line.mean()))
        + Html.number(NumberTable.number(worst.meanAbsolute()))
        + Html.number(Long.toString(line.worst().getKey()))
        + Html.number(NumberTable.interval(worst))
        + "</tr>";
  }
}
