package org.laue.reports;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;
import org.laue.evaluation.PaperTable1;
import org.laue.evaluation.Proportion;

/**
 * Table 1 for people: one row per condition, one column per method, the paper's figures beneath.
 */
final class Table1Html {
  private final AccuracyTable accuracies;
  private final List<Method> methods;

  Table1Html(AccuracyTable accuracies) {
    this.accuracies = accuracies;
    Set<Method> present = EnumSet.noneOf(Method.class);
    accuracies.conditions().forEach(c -> present.addAll(accuracies.methods(c)));
    this.methods = List.copyOf(present);
  }

  String html() {
    StringBuilder html = new StringBuilder("<table class=\"table1\"><thead><tr><th>Defect</th>");
    html.append("<th>Level</th><th>n</th>");
    methods.forEach(m -> html.append("<th>").append(Html.escape(m.title())).append("</th>"));
    html.append("</tr></thead><tbody>");
    String previous = "";
    for (Condition condition : accuracies.conditions()) {
      html.append(row(condition, !condition.defect().equals(previous)));
      previous = condition.defect();
    }
    return html.append("</tbody></table>").toString();
  }

  private String row(Condition condition, boolean first) {
    StringBuilder row = new StringBuilder(first ? "<tr class=\"first\">" : "<tr>");
    row.append(Html.cell(first ? condition.defect() : "")).append(Html.cell(level(condition)));
    row.append(Html.number(Html.count(count(condition))));
    methods.forEach(method -> row.append(cell(condition, method)));
    return row.append("</tr>").toString();
  }

  private long count(Condition condition) {
    return accuracies.methods(condition).stream()
        .mapToLong(m -> accuracies.overall(condition, m).n())
        .max()
        .orElse(0);
  }

  private String cell(Condition condition, Method method) {
    Proportion p = accuracies.overall(condition, method);
    if (p.n() == 0) {
      return "<td class=\"n\">–</td>";
    }
    return String.format(
        Locale.ROOT,
        "<td class=\"n %s\" style=\"--share:%.3f\" title=\"%s of %s; 95 %% interval %s to"
            + " %s\"><b>%s</b>%s</td>",
        method.isBaseline() ? "base" : "net",
        p.percent() / 100,
        Html.count(p.correct()),
        Html.count(p.n()),
        Html.percent(p.lowPercent()),
        Html.percent(p.highPercent()),
        Html.percent(p.percent()),
        paper(condition, method));
  }

  private static String paper(Condition condition, Method method) {
    OptionalDouble paper = PaperTable1.accuracyPercent(condition, method);
    return paper.isPresent()
        ? "<small>paper " + Html.percent(paper.getAsDouble()) + "</small>"
        : "";
  }

  /** For instance {@code 0.02 Å}, {@code 25 %}, {@code 50 % binary}. */
  static String level(Condition condition) {
    return switch (condition.defect()) {
      case "pristine" -> "";
      case "displacement" -> Table1Csv.level(condition.level()) + " Å";
      case "vacancy", "substitution" ->
          Html.percent(100 * condition.level()) + " % " + condition.detail();
      default -> (Table1Csv.level(condition.level()) + " " + condition.detail()).strip();
    };
  }
}
