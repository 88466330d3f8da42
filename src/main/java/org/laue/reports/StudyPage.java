package org.laue.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.Proportion;

/** The study as one self-contained page. */
final class StudyPage {
  private final StudyReport report;
  private final NumberFigures figures;

  /**
   * @param figures of the report's numbers, which its tables show too
   */
  StudyPage(StudyReport report, NumberFigures figures) {
    this.report = report;
    this.figures = figures;
  }

  String html() {
    return Html.page(
        report.title(),
        head()
            + results()
            + section(
                "What the network makes of crystals",
                report.inside().map(view -> new InsideTables(view).html()).orElse(""))
            + section("What it sees", examples())
            + (report.confusions().isEmpty()
                ? ""
                : section("What is mistaken for what", confusions()))
            + section(
                "Which mistakes are pseudo-symmetric",
                new MistakeTable(report.beside().mistakes()).html())
            + report.real().map(real -> section("Real crystals", RealHtml.html(real))).orElse("")
            + section("How it learned", learning())
            + section("In, out, rejected", steps())
            + section("How to get the same page again", facts()));
  }

  private static String section(String heading, String body) {
    return body.isEmpty() ? "" : "<section><h2>" + heading + "</h2>" + body + "</section>";
  }

  private String head() {
    return "<header><p class=\"brand\">Laue</p><h1>"
        + Html.escape(report.title())
        + "</h1><p class=\"lead\">"
        + Html.escape(report.scope())
        + "</p><div class=\"tiles\">"
        + tiles()
        + "</div></header>";
  }

  private String results() {
    if (!report.scores().isEmpty()) {
      return section("Beside simpler answers", new ScoreTable(report.scores()).html())
          + section(
              "What the probabilities are worth",
              report.answers().map(answers -> new AnswerCurves(answers).html()).orElse(""));
    }
    return report.numbers().isEmpty()
        ? section("Table 1", table()) + section("How far it holds", curves())
        : section("How near the numbers are", ReportFiles.numbers(report).html() + figures.html());
  }

  private String tiles() {
    if (!report.scores().isEmpty()) {
      return report.scores().stream()
          .map(s -> tile(Html.percent(s.right().percent()) + " %", Html.escape(s.who())))
          .collect(Collectors.joining());
    }
    return report.numbers().isEmpty() ? classTiles() : numberTiles();
  }

  private String classTiles() {
    Proportion pristine = report.accuracies().overall(Condition.PRISTINE, Method.CONVNET);
    return tile(Html.percent(pristine.percent()) + " %", "pristine crystals right")
        + worstTile("displacement", 0.04, "worst up to σ = 0.04 Å")
        + worstTile("vacancy", 0.40, "worst up to 40 % vacancies")
        + baselineTile();
  }

  private String numberTiles() {
    return report.numbers().stream()
        .filter(row -> row.side().equals("test") && row.condition().equals(Condition.PRISTINE))
        .map(
            row ->
                tile(
                    Html.escape(NumberTable.number(row.errors().meanAbsolute()) + " " + row.unit()),
                    "mean absolute error of " + Html.escape(row.quantity()) + ", test side"))
        .collect(Collectors.joining());
  }

  private String worstTile(String defect, double largest, String caption) {
    double worst =
        report.accuracies().conditions().stream()
            .filter(c -> c.defect().equals(defect) && c.level() <= largest)
            .map(c -> report.accuracies().overall(c, Method.CONVNET))
            .filter(p -> p.n() > 0)
            .mapToDouble(Proportion::percent)
            .min()
            .orElse(Double.NaN);
    return tile(Html.percent(worst) + " %", caption);
  }

  private String baselineTile() {
    double best =
        report.accuracies().conditions().stream()
            .filter(c -> c.defect().equals("vacancy"))
            .flatMap(
                c ->
                    report.accuracies().methods(c).stream()
                        .filter(Method::isBaseline)
                        .map(m -> report.accuracies().overall(c, m)))
            .mapToDouble(Proportion::percent)
            .max()
            .orElse(Double.NaN);
    return tile(Html.percent(best) + " %", "best of the baseline at any vacancy");
  }

  private static String tile(String value, String caption) {
    return "<div class=\"tile\"><b>" + value + "</b><span>" + caption + "</span></div>";
  }

  private String table() {
    return "<p>Share of structures given the class of their parent, in percent. Hold the pointer on"
        + " a cell for counts and the 95 % Wilson interval; small print is what Ziletti et"
        + " al. (Nat. Commun. 9, 2775, 2018) report. A baseline or the parent lattice is right when"
        + " its space group is one of the class's; the parent lattice is asked as of a file whose"
        + " origin nobody told.</p><div class=\"scroll\">"
        + new Table1Html(report.accuracies()).html()
        + "</div>";
  }

  private String curves() {
    Curves curves = new Curves(report.accuracies());
    return "<div class=\"two\">"
        + curves.chart("displacement", "standard deviation of displacements σ (Å)")
        + curves.chart("vacancy", "vacancies η (%)")
        + "</div>";
  }

  private String examples() {
    if (report.examples().isEmpty()) {
      return "";
    }
    Map<String, List<StudyReport.Example>> byClass =
        report.examples().stream()
            .collect(
                Collectors.groupingBy(
                    StudyReport.Example::crystalClass,
                    java.util.TreeMap::new,
                    Collectors.toList()));
    StringBuilder html =
        new StringBuilder(
            "<p>"
                + (report.answers().isPresent()
                    ? "Reciprocal lattices, seen from near the first axis; a disc grows with its"
                        + " point's value. Rings are the points that decide, the wider the more"
                        + " features they have the largest value of."
                    : "Diffraction fingerprints: red, green and blue are rotations about x, y and"
                        + " z, twice as bright as they are; after the first of each class what"
                        + " raises and what lowers the class that the network says (integrated"
                        + " gradients).")
                + " Below each the crystal, and what the network says.</p>"
                + "<div class=\"examples\">");
    byClass.forEach(
        (label, examples) -> {
          html.append("<h3>").append(Html.escape(label)).append("</h3>");
          examples.forEach(e -> html.append(example(e)));
        });
    return html.append("</div>").toString();
  }

  private String example(StudyReport.Example e) {
    boolean right = e.prediction().equals(e.crystalClass());
    return (report.answers().isPresent() ? "<figure class=\"cloud\">" : "<figure class=\"print\">")
        + Html.image(e.png(), "What it sees of " + e.formula() + ", " + e.condition())
        + "<figcaption>"
        + Html.escape(e.formula() + ", " + e.condition())
        + "<br><b class=\""
        + (right ? "ok" : "bad")
        + "\">"
        + Html.escape(e.prediction())
        + String.format(Locale.ROOT, "</b> %.3f</figcaption></figure>", e.probability());
  }

  private String confusions() {
    StringBuilder html = new StringBuilder("<div class=\"two\">");
    report.confusions().forEach((heading, c) -> html.append(ConfusionHtml.html(heading, c)));
    return html.append("</div>").toString();
  }

  private String learning() {
    if (report.learning().isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder(
            "<table><tr><th>Averaging round</th><th>Updates</th><th>Loss</th><th>Training set,"
                + " %</th><th>Test set, %</th></tr>");
    for (StudyReport.LearningPoint p : report.learning()) {
      html.append("<tr>")
          .append(Html.number(Integer.toString(p.round())))
          .append(Html.number(Html.count(p.updates())))
          .append(Html.number(String.format(Locale.ROOT, "%.4f", p.loss())))
          .append(Html.number(Html.percent(p.trainAccuracy())))
          .append(Html.number(Html.percent(p.testAccuracy())))
          .append("</tr>");
    }
    return "<div class=\"scroll short\">" + html.append("</table></div>");
  }

  private String steps() {
    StringBuilder html =
        new StringBuilder(
            "<table><tr><th>Step</th><th>In</th><th>Out</th><th>Rejected</th><th>Why</th>"
                + "<th>Seconds</th></tr>");
    for (StudyReport.Step step : report.steps()) {
      long rejected = step.rejected().values().stream().mapToLong(Long::longValue).sum();
      String why =
          step.rejected().entrySet().stream()
              .map(e -> e.getKey() + " (" + Html.count(e.getValue()) + ")")
              .collect(Collectors.joining("; "));
      html.append("<tr>")
          .append(Html.cell(step.name()))
          .append(Html.number(Html.count(step.in())))
          .append(Html.number(Html.count(step.out())))
          .append(Html.number(Html.count(rejected)))
          .append(Html.cell(why))
          .append(Html.number(String.format(Locale.ROOT, "%.1f", step.seconds())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private String facts() {
    StringBuilder html = new StringBuilder("<table class=\"facts\">");
    report
        .facts()
        .forEach(
            (key, value) ->
                html.append("<tr><th>")
                    .append(Html.escape(key))
                    .append("</th><td><code>")
                    .append(Html.escape(value))
                    .append("</code></td></tr>"));
    return html.append("</table>").toString();
  }
}
