package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.evaluation.Calibration;
import org.laue.evaluation.KnownScore;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.RocInterval;
import org.laue.evaluation.ScoreComparison;
import org.laue.evaluation.ThresholdCurve;

/** Scores for "unknown" beside each other: areas, curves and reliability, as CSV and figures. */
final class KnownFigures {
  /** From which probability on a class counts as surely said. */
  private static final double SURE = 0.9;

  private final List<ScoreComparison> comparisons;

  KnownFigures(List<ScoreComparison> comparisons) {
    this.comparisons = List.copyOf(comparisons);
  }

  /** Three tables; none without comparisons. */
  Map<String, byte[]> files() {
    return comparisons.isEmpty()
        ? Map.of()
        : Map.of(
            ReportFiles.SCORES, ReportFiles.utf8(scoresCsv()),
            ReportFiles.CURVES, ReportFiles.utf8(curvesCsv()),
            ReportFiles.CALIBRATION, ReportFiles.utf8(calibrationCsv()));
  }

  private String scoresCsv() {
    List<Object[]> rows = new ArrayList<>();
    for (ScoreComparison comparison : comparisons) {
      for (KnownScore score : comparison.scores()) {
        RocInterval interval = comparison.interval(score);
        rows.add(
            new Object[] {
              comparison.question(),
              score.title(),
              comparison.yes().size(),
              comparison.no().size(),
              number(comparison.area(score)),
              number(interval.low()),
              number(interval.high()),
              score.isProbability() ? comparison.sure(score, SURE).n() : "",
              score.isProbability() ? comparison.sure(score, SURE).correct() : "",
              score.isProbability() ? number(comparison.calibration(score).expectedError()) : ""
            });
      }
    }
    return Table1Csv.csv(
        rows,
        "question",
        "score",
        "yes",
        "no",
        "auc",
        "ci_low",
        "ci_high",
        "sure",
        "sure_right",
        "calibration_error");
  }

  private String curvesCsv() {
    List<Object[]> rows = new ArrayList<>();
    for (ScoreComparison comparison : comparisons) {
      for (KnownScore score : comparison.scores()) {
        for (ThresholdCurve.Point point : comparison.curve(score).thinned(AnswerCurves.MOST)) {
          rows.add(
              new Object[] {
                comparison.question(),
                score.title(),
                number(point.threshold()),
                number(point.falsePositiveRate()),
                number(point.recall())
              });
        }
      }
    }
    return Table1Csv.csv(rows, "question", "score", "threshold", "false_positive_rate", "recall");
  }

  private String calibrationCsv() {
    List<Object[]> rows = new ArrayList<>();
    for (ScoreComparison comparison : comparisons) {
      for (KnownScore score : probabilities(comparison)) {
        AnswerCurves.rows(comparison.calibration(score))
            .forEach(
                row -> {
                  List<Object> cells = new ArrayList<>();
                  cells.add(comparison.question());
                  cells.add(score.title());
                  cells.addAll(List.of(row));
                  rows.add(cells.toArray());
                });
      }
    }
    return Table1Csv.csv(
        rows, "question", "score", "probability", "n", "right", "ci_low", "ci_high");
  }

  private static List<KnownScore> probabilities(ScoreComparison comparison) {
    return comparison.scores().stream().filter(KnownScore::isProbability).toList();
  }

  /** Empty without comparisons. */
  String html() {
    return comparisons.isEmpty()
        ? ""
        : "<h1>Scores for \"unknown\"</h1><p>AUC: the probability that a structure of the first"
            + " kind scores higher than one of the second, equal scores counting half; interval"
            + " 95 % (Newcombe 2006). Sure: classes that the score names with 0.9 or more, and"
            + " how many are right. Calibration: mean distance between probability and share"
            + " right.</p>"
            + comparisons.stream().map(KnownFigures::html).collect(Collectors.joining());
  }

  private static String html(ScoreComparison comparison) {
    StringBuilder body = new StringBuilder("<h2>").append(Html.escape(comparison.question()));
    body.append("</h2><div class=\"scroll\"><table><tr><th>Score</th><th>AUC</th>");
    body.append("<th>95 % interval</th><th>Sure</th><th>Calibration error</th></tr>");
    for (KnownScore score : comparison.scores()) {
      body.append(row(comparison, score));
    }
    return body.append("</table></div><p>")
        .append(Html.count(comparison.yes().size()))
        .append(" against ")
        .append(Html.count(comparison.no().size()))
        .append(".</p><div class=\"two\">")
        .append(curves(comparison))
        .append(
            probabilities(comparison).stream()
                .map(score -> reliability(comparison, score))
                .collect(Collectors.joining()))
        .append("</div>")
        .toString();
  }

  private static String row(ScoreComparison comparison, KnownScore score) {
    RocInterval interval = comparison.interval(score);
    String sure = "";
    String error = "";
    if (score.isProbability()) {
      Proportion right = comparison.sure(score, SURE);
      sure = Html.count(right.correct()) + " of " + Html.count(right.n());
      error = shortNumber(comparison.calibration(score).expectedError());
    }
    return "<tr>"
        + Html.cell(score.title())
        + Html.number(shortNumber(comparison.area(score)))
        + Html.number(shortNumber(interval.low()) + " to " + shortNumber(interval.high()))
        + Html.number(sure)
        + Html.number(error)
        + "</tr>";
  }

  private static String curves(ScoreComparison comparison) {
    SquareChart chart = new SquareChart("False positive rate", "True positive rate").diagonal();
    for (KnownScore score : comparison.scores()) {
      ThresholdCurve curve = comparison.curve(score);
      if (curve.isDefined()) {
        chart.receiver(score.title(), curve.thinned(AnswerCurves.MOST));
      }
    }
    return chart.figure("Receiver operating characteristic of each score.");
  }

  private static String reliability(ScoreComparison comparison, KnownScore score) {
    Calibration calibration = comparison.calibration(score);
    return AnswerCurves.chart(calibration)
        .figure(
            String.format(
                Locale.ROOT,
                "Reliability of %s, %d classes named, 95 %% Wilson intervals; expected error %.3f.",
                score.title(),
                calibration.bins().stream().mapToLong(bin -> bin.right().n()).sum(),
                calibration.expectedError()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  private static String shortNumber(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
