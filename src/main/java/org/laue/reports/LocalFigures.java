package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laue.evaluation.LocalScore;
import org.laue.evaluation.Proportion;

/** What was said of atoms and grains, set by set. */
final class LocalFigures {
  static final String TABLE = "local.csv";

  private final List<LocalScore> scores;

  LocalFigures(List<LocalScore> scores) {
    this.scores = List.copyOf(scores);
  }

  /**
   * {@code local.csv}, a row for each structure or grain after those of sets; none without sets.
   */
  Map<String, byte[]> files() {
    return scores.isEmpty() ? Map.of() : Map.of(TABLE, ReportFiles.utf8(csv()));
  }

  private String csv() {
    List<Object[]> rows = new ArrayList<>();
    for (LocalScore score : scores) {
      rows.add(cells(score, "", "all", score.hits(), summary(score)));
      score
          .byTruth()
          .forEach((truth, part) -> rows.add(cells(part, "", truth, part.hits(), summary(part))));
      score
          .rows()
          .forEach(row -> rows.add(cells(score, row.id(), row.truth(), row.right(), row.note())));
    }
    return Table1Csv.csv(
        rows, "set", "asked", "id", "truth", "n", "right", "percent", "note", "goal", "met");
  }

  private static Object[] cells(
      LocalScore score, String id, String truth, Proportion right, String note) {
    boolean judged = id.isEmpty() && score.goal() > 0;
    return new Object[] {
      score.set(),
      score.asked(),
      id,
      truth,
      right.n(),
      right.correct(),
      Table1Csv.percent(right.percent()),
      note,
      judged ? Table1Csv.level(score.goal()) : "",
      judged ? score.isMet() ? "yes" : "no" : ""
    };
  }

  private static String summary(LocalScore score) {
    LocalScore.Row worst = score.worst();
    return score.rows().size()
        + (score.rows().size() == 1 ? " row; " : " rows; worst ")
        + Html.percent(worst.right().percent())
        + " % ("
        + worst.id()
        + ")";
  }

  /** Empty without sets. */
  String html() {
    if (scores.isEmpty()) {
      return "";
    }
    StringBuilder body =
        new StringBuilder(
            "<h1>Atoms and grains</h1><p>Classes by the scan, atom by atom, or grains by lattice"
                + " and turn. Atoms of one structure are no independent samples, so there is no"
                + " interval; "
                + TABLE
                + " has every structure.</p><div class=\"scroll\"><table><tr><th>Set</th>"
                + "<th>Truth</th><th>Asked</th><th>n</th><th>Right, %</th><th>Worst</th>"
                + "<th>Goal, %</th></tr>");
    for (LocalScore score : scores) {
      body.append(row("all", score));
      Map<String, LocalScore> parts = score.byTruth();
      if (parts.size() > 1) {
        parts.forEach((truth, part) -> body.append(row(truth, part)));
      }
    }
    return body.append("</table></div>").toString();
  }

  private static String row(String truth, LocalScore score) {
    String goal = Table1Csv.level(score.goal()) + (score.isMet() ? "" : ", missed");
    return "<tr>"
        + Html.cell(score.set())
        + Html.cell(truth)
        + Html.cell(score.asked())
        + Html.number(Html.count(score.hits().n()))
        + Html.number(Html.percent(score.hits().percent()))
        + Html.cell(summary(score))
        + Html.number(score.goal() == 0 ? "" : goal)
        + "</tr>";
  }
}
