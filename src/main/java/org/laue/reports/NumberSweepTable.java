package org.laue.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.laue.evaluation.Condition;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberRow;

/**
 * Errors of numbers in several studies side by side, each over its trainings, on crystals of the
 * test side as they are: mean and worst of the mean absolute errors, and how far the means lie from
 * that of the first study.
 */
public final class NumberSweepTable {
  private static final String[] COLUMNS = {
    "study",
    "who",
    "quantity",
    "unit",
    "seeds",
    "n",
    "mae",
    "worst",
    "worst_seed",
    "worst_ci_low",
    "worst_ci_high",
    "mae_change",
    "r2",
    "learned_from"
  };

  private final String title;
  private final Map<String, List<Training>> studies;

  /**
   * One training of a study.
   *
   * @param page of its report, beside the table
   * @param beside the network and how many crystals it learned from
   */
  public record Training(
      long seed, String page, StudyReport.Beside beside, List<NumberRow> numbers) {
    public Training {
      numbers =
          numbers.stream()
              .filter(row -> row.side().equals("test"))
              .filter(row -> row.condition().equals(Condition.PRISTINE))
              .toList();
    }

    NumberRow row(String quantity) {
      return numbers.stream()
          .filter(row -> row.quantity().equals(quantity))
          .findFirst()
          .orElseThrow();
    }

    double error(String quantity) {
      return row(quantity).errors().meanAbsolute();
    }
  }

  /**
   * @param studies trainings by the name of the study, at least one of each, all of the same
   *     numbers
   */
  public NumberSweepTable(String title, Map<String, List<Training>> studies) {
    this.title = title;
    this.studies = new LinkedHashMap<>(studies);
  }

  /** The files by name: {@link SweepTable#TABLE} and a page. */
  public SortedMap<String, byte[]> files() {
    List<Object[]> cells = cells();
    return ReportFiles.of(SweepTable.TABLE, Table1Csv.csv(cells, COLUMNS), html(cells));
  }

  private List<String> quantities() {
    return any().numbers().stream().map(NumberRow::quantity).toList();
  }

  private Training any() {
    return studies.values().iterator().next().get(0);
  }

  private List<Object[]> cells() {
    List<Object[]> cells = new ArrayList<>();
    for (String quantity : quantities()) {
      double first = mean(studies.values().iterator().next(), quantity);
      studies.forEach((study, trainings) -> cells.add(cells(study, trainings, quantity, first)));
    }
    return cells;
  }

  private static Object[] cells(
      String study, List<Training> trainings, String quantity, double first) {
    Training worst =
        trainings.stream().max(Comparator.comparingDouble(t -> t.error(quantity))).orElseThrow();
    NumberErrors errors = worst.row(quantity).errors();
    double mean = mean(trainings, quantity);
    double determination =
        trainings.stream()
            .mapToDouble(t -> t.row(quantity).errors().determination())
            .average()
            .orElseThrow();
    return new Object[] {
      study,
      worst.beside().network(),
      quantity,
      worst.row(quantity).unit(),
      trainings.size(),
      errors.n(),
      NumberTable.number(mean),
      NumberTable.number(errors.meanAbsolute()),
      worst.seed(),
      NumberTable.number(errors.low()),
      NumberTable.number(errors.high()),
      NumberTable.number(mean - first),
      NumberTable.number(determination),
      worst.beside().learnedFrom()
    };
  }

  private static double mean(List<Training> trainings, String quantity) {
    return trainings.stream().mapToDouble(t -> t.error(quantity)).average().orElseThrow();
  }

  private String html(List<Object[]> cells) {
    StringBuilder html =
        new StringBuilder("<header><p class=\"brand\">Laue</p><h1>")
            .append(Html.escape(title))
            .append(
                "</h1><p class=\"lead\">Crystals of the test side as they are. Mean absolute error"
                    + " (MAE), mean over the trainings and the worst of them with its 95 %"
                    + " bootstrap interval; change against the first study of the same number;"
                    + " coefficient of determination (R²), mean.</p></header><section>"
                    + "<div class=\"scroll\"><table><tr>");
    for (String heading :
        List.of(
            "Study",
            "Who",
            "Number",
            "Unit",
            "Seeds",
            "n",
            "MAE",
            "Worst",
            "Seed",
            "from",
            "to",
            "Change",
            "R²",
            "Learned from")) {
      html.append("<th>").append(heading).append("</th>");
    }
    html.append("</tr>");
    for (Object[] line : cells) {
      html.append("<tr>");
      for (int i = 0; i < line.length; i++) {
        html.append(i < 4 ? Html.cell(line[i].toString()) : Html.number(line[i].toString()));
      }
      html.append("</tr>");
    }
    html.append("</table></div></section>");
    quantities().forEach(quantity -> html.append(curve(quantity)));
    return Html.page(title, html + "<section>" + links() + "</section>");
  }

  /** Empty where all learned from equally many crystals. */
  private String curve(String quantity) {
    SizeCurve<Training> curve = new SizeCurve<>(studies, t -> t.beside().learnedFrom());
    double most =
        studies.values().stream()
            .flatMap(List::stream)
            .mapToDouble(t -> t.error(quantity))
            .max()
            .orElseThrow();
    String what =
        "MAE of %s, %s".formatted(quantity, any().row(quantity).unit()).replaceAll(", $", "");
    return curve.figure(
        LineChart.ofNumbers(SizeCurve.AXIS, curve.sizes(), most > 0 ? 1.1 * most : 1, what),
        List.of(curve.series(0, what, t -> t.error(quantity))));
  }

  private String links() {
    StringBuilder links = new StringBuilder();
    studies.forEach(
        (study, trainings) ->
            links.append(SweepTable.links(study, trainings, NumberSweepTable::link)));
    return links.toString();
  }

  private static String link(Training training) {
    return SweepTable.link(training.page(), training.seed());
  }
}
