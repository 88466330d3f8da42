package org.laue.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.evaluation.Proportion;

/** The part of the page about crystals that were read from files. */
final class RealHtml {
  private RealHtml() {}

  static String html(StudyReport.RealCrystals real) {
    return "<p>Crystals as they were read, no defect added. The truth is the space group that the"
        + " symmetry finder gives at the study's tolerance; the network was trained on the embedded"
        + " set alone and knows none of these files.</p>"
        + accuracies(real.accuracies())
        + stated(real)
        + labels(real)
        + rejects(real);
  }

  private static String stated(StudyReport.RealCrystals real) {
    return real.statedAccuracies().isEmpty()
        ? ""
        : "<h3>The same by the space group written in the file</h3><p>Molten, strained or broken"
            + " cells keep the label of the crystal they were made from.</p>"
            + accuracies(real.statedAccuracies());
  }

  private static String accuracies(List<StudyReport.SourceAccuracy> accuracies) {
    Map<String, Proportion> bySource = new TreeMap<>();
    accuracies.forEach(a -> bySource.merge(a.source(), a.right(), Proportion::plus));
    StringBuilder html =
        new StringBuilder(
            "<div class=\"scroll\"><table><tr><th>Source</th><th>Space group</th><th>Class</th>"
                + "<th>n</th><th>Right, %</th><th>95 % interval</th><th>Mistaken for</th></tr>");
    bySource.forEach((source, all) -> html.append(row(source, "all", "", all, "")));
    accuracies.forEach(
        a ->
            html.append(
                row(
                    a.source(),
                    Integer.toString(a.spaceGroup()),
                    a.crystalClass(),
                    a.right(),
                    a.mistakenFor())));
    return html.append("</table></div>").toString();
  }

  private static String row(
      String source, String group, String label, Proportion right, String mistakenFor) {
    return "<tr>"
        + Html.cell(source)
        + Html.number(group)
        + Html.cell(label)
        + Html.number(Html.count(right.n()))
        + Html.number(Html.percent(right.percent()))
        + Html.number(Html.percent(right.lowPercent()) + " to " + Html.percent(right.highPercent()))
        + Html.cell(mistakenFor)
        + "</tr>";
  }

  private static String labels(StudyReport.RealCrystals real) {
    if (real.labels().isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder(
            "<h3>Space groups written in the files, against ours</h3><table><tr><th>Source</th>"
                + "<th>Labelled</th><th>Equal</th><th>Differences, file → ours</th></tr>");
    for (StudyReport.LabelAgreement l : real.labels()) {
      html.append("<tr>")
          .append(Html.cell(l.source()))
          .append(Html.number(Html.count(l.labelled())))
          .append(Html.number(Html.count(l.equal())))
          .append(Html.cell(l.differences()))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private static String rejects(StudyReport.RealCrystals real) {
    if (real.rejects().isEmpty()) {
      return "<p>Nothing was rejected.</p>";
    }
    StringBuilder html =
        new StringBuilder(
            "<h3>Rejected</h3><table><tr><th>Source</th><th>Step</th><th>Reason</th><th>Count</th>"
                + "</tr>");
    for (StudyReport.Reject r : real.rejects()) {
      html.append("<tr>")
          .append(Html.cell(r.source()))
          .append(Html.cell(r.step()))
          .append(Html.cell(r.reason()))
          .append(Html.number(Html.count(r.count())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }
}
