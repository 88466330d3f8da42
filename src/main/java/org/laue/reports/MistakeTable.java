package org.laue.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.laue.evaluation.ShapeMistake;

/** Wrong crystal systems by pseudo-symmetry, as comma-separated values and as a table of a page. */
final class MistakeTable {
  private final List<ShapeMistake> mistakes;

  MistakeTable(List<ShapeMistake> mistakes) {
    this.mistakes = mistakes;
  }

  /** A row for each wrong answer. */
  String csv() {
    return Table1Csv.csv(
        mistakes.stream().map(MistakeTable::cells).toList(),
        "structure_id",
        "name",
        "formula",
        "truth",
        "answer",
        "a_angstrom",
        "b_angstrom",
        "c_angstrom",
        "alpha_degrees",
        "beta_degrees",
        "gamma_degrees",
        "pseudo_symmetric");
  }

  private static Object[] cells(ShapeMistake mistake) {
    Object[] cells = new Object[12];
    cells[0] = mistake.structure();
    cells[1] = mistake.name();
    cells[2] = mistake.formula();
    cells[3] = mistake.truth();
    cells[4] = mistake.said();
    IntStream.range(0, 3)
        .forEach(
            axis -> {
              cells[5 + axis] = number("%.4f", mistake.lengths().get(axis));
              cells[8 + axis] = number("%.3f", mistake.angles().get(axis));
            });
    cells[11] = mistake.pseudoSymmetric();
    return cells;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  String html() {
    List<ShapeMistake.Pair> pairs = ShapeMistake.pairs(mistakes);
    if (pairs.isEmpty()) {
      return "";
    }
    long shaped = mistakes.stream().filter(ShapeMistake::pseudoSymmetric).count();
    StringBuilder html =
        new StringBuilder(
            "<p>Wrong answers about crystals of the test side, by pairs. A crystal has the shape of"
                + " the answer where the lengths and angles of its standard cell are those of the"
                + " said system within 1 % and 1°, axes in any order, for instance a = b of an"
                + " orthorhombic one taken for tetragonal; the cell of a higher system has the"
                + " shape of the lower ones always. Of all "
                + Html.count(mistakes.size())
                + ": "
                + Html.count(shaped)
                + ".</p><table><tr><th>Truth</th><th>Answer</th><th>n</th>"
                + "<th>of the answer's shape</th><th>%</th></tr>");
    for (ShapeMistake.Pair pair : pairs) {
      html.append("<tr>")
          .append(Html.cell(pair.truth()))
          .append(Html.cell(pair.said()))
          .append(Html.number(Html.count(pair.pseudoSymmetric().n())))
          .append(Html.number(Html.count(pair.pseudoSymmetric().correct())))
          .append(Html.number(Html.percent(pair.pseudoSymmetric().percent())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }
}
