package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.laue.Spelling;
import org.laue.evaluation.LocalScore;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.RealScore;
import org.laue.evaluation.ScoreComparison;

/** What was said of real structures, set by set: a page, the counts, and how answers miss. */
public final class RealReport {
  public static final String TABLE = "real.csv";
  public static final String CAUSES = "causes.csv";

  /** Examples of a cause on the page; the table has all. */
  private static final int SHOWN_IDS = 5;

  private static final int SHOWN_CAUSES = 12;

  private final List<RealScore> scores;

  private final KnownFigures figures;

  private final LocalFigures local;

  /**
   * @param local what was said of atoms and grains
   * @param comparisons of scores for "unknown"; none in most measurements
   */
  public RealReport(
      List<RealScore> scores, List<LocalScore> local, List<ScoreComparison> comparisons) {
    this.scores = List.copyOf(scores);
    this.local = new LocalFigures(local);
    this.figures = new KnownFigures(comparisons);
  }

  /**
   * {@code index.html}, {@code real.csv}, {@code causes.csv}; of atoms and grains {@code
   * local.csv}; of comparisons {@code scores.csv}, {@code curves.csv}, {@code calibration.csv}.
   */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = ReportFiles.of(TABLE, csv(), page());
    files.put(CAUSES, ReportFiles.utf8(causesCsv()));
    files.putAll(local.files());
    files.putAll(figures.files());
    return files;
  }

  private String csv() {
    List<Object[]> rows = new ArrayList<>();
    for (RealScore score : scores) {
      rows.add(cells("all", score));
      score.byTruth().forEach((truth, part) -> rows.add(cells(truth, part)));
    }
    return Table1Csv.csv(
        rows,
        "set",
        "truth",
        "asked",
        "n",
        "right",
        "percent",
        "ci_low",
        "ci_high",
        "unknown",
        "wrong",
        "silent",
        "group_right",
        "sure",
        "sure_right",
        "goal",
        "met");
  }

  private static Object[] cells(String truth, RealScore score) {
    Proportion hits = score.hits();
    return new Object[] {
      score.set(),
      truth,
      asked(score),
      hits.n(),
      hits.correct(),
      Table1Csv.percent(hits.percent()),
      Table1Csv.percent(hits.lowPercent()),
      Table1Csv.percent(hits.highPercent()),
      score.unknown(),
      score.wrong(),
      score.silent(),
      score.groups().correct(),
      score.sure().n(),
      score.sure().correct(),
      score.goal() == 0 ? "" : Table1Csv.level(score.goal()),
      score.goal() == 0 ? "" : score.isMet() ? "yes" : "no"
    };
  }

  private static String asked(RealScore score) {
    return Spelling.of(score.right()).replace('-', ' ');
  }

  private String causesCsv() {
    List<Object[]> rows = new ArrayList<>();
    for (RealScore score : scores) {
      for (RealScore.Cause cause : score.causes()) {
        rows.add(
            new Object[] {
              score.set(),
              cause.truth(),
              cause.said(),
              cause.warnings(),
              cause.ids().size(),
              String.join(" ", cause.ids())
            });
      }
    }
    return Table1Csv.csv(rows, "set", "truth", "said", "warnings", "n", "ids");
  }

  private String page() {
    StringBuilder body =
        new StringBuilder(
            "<h1>Real structures</h1><p>Wrong: another class than the truth. Silent: wrong, no"
                + " warning, probability above 0.9. Sure: a class given with 0.9 or more, and how"
                + " many of these are right. Intervals are Wilson's, 95 %; structures of one"
                + " simulation are no independent samples.</p><div class=\"scroll\"><table><tr>"
                + "<th>Set</th><th>Truth</th><th>Asked</th><th>n</th><th>Right, %</th>"
                + "<th>95 % interval</th><th>Unknown</th><th>Wrong</th><th>Silent</th>"
                + "<th>Group right, %</th><th>Sure</th><th>Goal, %</th></tr>");
    for (RealScore score : scores) {
      body.append(row("all", score));
      Map<String, RealScore> parts = score.byTruth();
      if (parts.size() > 1) {
        parts.forEach((truth, part) -> body.append(row(truth, part)));
      }
    }
    body.append("</table></div>").append(local.html()).append(figures.html());
    scores.forEach(score -> body.append(causes(score)));
    return Html.page("Real structures", body.toString());
  }

  private static String row(String truth, RealScore score) {
    Proportion hits = score.hits();
    String goal = Table1Csv.level(score.goal()) + (score.isMet() ? "" : ", missed");
    return "<tr>"
        + Html.cell(score.set())
        + Html.cell(truth)
        + Html.cell(asked(score))
        + Html.number(Html.count(hits.n()))
        + Html.number(Html.percent(hits.percent()))
        + Html.number(Html.percent(hits.lowPercent()) + " to " + Html.percent(hits.highPercent()))
        + Html.number(Html.count(score.unknown()))
        + Html.number(Html.count(score.wrong()))
        + Html.number(Html.count(score.silent()))
        + Html.number(Html.percent(score.groups().percent()))
        + Html.number(Html.count(score.sure().correct()) + " of " + Html.count(score.sure().n()))
        + Html.number(score.goal() == 0 ? "" : goal)
        + "</tr>";
  }

  private static String causes(RealScore score) {
    List<RealScore.Cause> causes = score.causes();
    if (causes.isEmpty()) {
      return "";
    }
    String rows =
        causes.stream().limit(SHOWN_CAUSES).map(RealReport::row).collect(Collectors.joining());
    int more = causes.size() - SHOWN_CAUSES;
    return "<h2>Misses of "
        + Html.escape(score.set())
        + "</h2><div class=\"scroll\"><table><tr><th>Is</th><th>Said</th><th>Warned of</th>"
        + "<th>n</th><th>For instance</th></tr>"
        + rows
        + "</table></div>"
        + (more > 0 ? "<p>" + more + " other kinds are in " + CAUSES + ".</p>" : "");
  }

  private static String row(RealScore.Cause cause) {
    return "<tr>"
        + Html.cell(cause.truth())
        + Html.cell(cause.said())
        + Html.cell(cause.warnings())
        + Html.number(Html.count(cause.ids().size()))
        + Html.cell(cause.ids().stream().limit(SHOWN_IDS).collect(Collectors.joining(", ")))
        + "</tr>";
  }
}
