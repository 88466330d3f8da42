package org.laue.reports;

import java.util.List;
import java.util.Locale;
import org.laue.evaluation.ClassScore;

/** A network beside simpler answers, as comma-separated values and as a table of the page. */
final class ScoreTable {
  private final List<ClassScore> scores;

  ScoreTable(List<ClassScore> scores) {
    this.scores = scores;
  }

  /** Accuracies in percent with their 95 % Wilson interval. */
  String csv() {
    return Table1Csv.csv(
        scores.stream().map(ScoreTable::cells).toList(),
        "who",
        "n",
        "correct",
        "accuracy",
        "ci_low",
        "ci_high",
        "roc_auc",
        "average_precision");
  }

  private static Object[] cells(ClassScore score) {
    return new Object[] {
      score.who(),
      score.right().n(),
      score.right().correct(),
      percent(score.right().percent()),
      percent(score.right().lowPercent()),
      percent(score.right().highPercent()),
      area(score.rocArea()),
      area(score.averagePrecision())
    };
  }

  String html() {
    StringBuilder html =
        new StringBuilder(
            "<p>Crystals of the test side; of others' predictions those that their tables hold (n)."
                + " Accuracy with its 95 % Wilson interval; area under the ROC curve of all answers"
                + " pooled and average precision, each class against the rest, mean over the"
                + " classes. Who predicts the number that tells the classes is asked by it: a"
                + " number between two limits counts for the nearer one.</p><table><tr><th>Who</th>"
                + "<th>n</th><th>Right, %</th><th>95 %</th><th>ROC AUC</th>"
                + "<th>Average precision</th></tr>");
    for (ClassScore score : scores) {
      html.append("<tr>")
          .append(Html.cell(score.who()))
          .append(Html.number(Html.count(score.right().n())))
          .append(Html.number(percent(score.right().percent())))
          .append(
              Html.number(
                  percent(score.right().lowPercent())
                      + " – "
                      + percent(score.right().highPercent())))
          .append(Html.number(area(score.rocArea())))
          .append(Html.number(area(score.averagePrecision())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String area(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
