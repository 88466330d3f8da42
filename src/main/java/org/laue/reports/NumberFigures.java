package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import org.laue.evaluation.NumberAnswer;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.NumberGroup;

/** Answers of the test side one by one, and errors by what the crystals have in common. */
final class NumberFigures {
  private final List<NumberAnswer> answers;
  private final List<NumberGroup> groups;

  NumberFigures(List<NumberAnswer> answers) {
    this.answers = answers;
    this.groups = NumberGroup.of(answers);
  }

  /** One row per quantity and group; errors in the unit of the number. */
  String csv() {
    List<Object[]> cells = new ArrayList<>();
    for (NumberGroup group : groups) {
      NumberErrors errors = group.errors();
      cells.add(
          new Object[] {
            group.quantity(),
            group.unit(),
            group.by(),
            group.group(),
            errors.n(),
            NumberTable.number(errors.meanAbsolute()),
            NumberTable.number(errors.low()),
            NumberTable.number(errors.high())
          });
    }
    return Table1Csv.csv(cells, "quantity", "unit", "by", "group", "n", "mae", "ci_low", "ci_high");
  }

  /** A plot for each quantity; tables by crystal system and number of atoms. */
  String html() {
    StringBuilder html = new StringBuilder();
    NumberAnswer.byQuantity(answers)
        .forEach(
            (quantity, own) -> {
              html.append(new ParityPlot(own).figure());
              html.append(table(quantity, NumberGroup.SYSTEM));
              html.append(table(quantity, NumberGroup.ATOMS));
            });
    return html.toString();
  }

  private String table(String quantity, String by) {
    StringBuilder html =
        new StringBuilder("<table><tr><th>")
            .append(Html.escape(quantity + " by " + by))
            .append("</th><th>n</th><th>MAE</th><th>95 %</th></tr>");
    for (NumberGroup group : groups) {
      if (group.quantity().equals(quantity) && group.by().equals(by)) {
        NumberErrors errors = group.errors();
        html.append("<tr>")
            .append(Html.cell(group.group()))
            .append(Html.number(Html.count(errors.n())))
            .append(Html.number(NumberTable.number(errors.meanAbsolute())))
            .append(Html.number(NumberTable.interval(errors)))
            .append("</tr>");
      }
    }
    return html.append("</table>").toString();
  }
}
