package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.evaluation.EffectiveRank;
import org.laue.evaluation.InsideView;
import org.laue.evaluation.Similarity;

/** What a network makes of crystals on the way to its answers, as CSV and as tables of the page. */
final class InsideTables {
  private final InsideView view;

  InsideTables(InsideView view) {
    this.view = view;
  }

  /** Tables by their names. */
  SortedMap<String, String> csv() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        "similarity.csv",
        Table1Csv.csv(
            similarities(), "of", "by", "pairs", "which", "n", "mean_cosine", "ci_low", "ci_high"));
    files.put(
        "effective-rank.csv",
        Table1Csv.csv(
            view.ranks().stream().map(InsideTables::rank).toList(),
            "of",
            "crystals",
            "dimension",
            "rank"));
    files.put(
        "invariance.csv",
        Table1Csv.csv(
            view.changes().stream().map(InsideTables::change).toList(),
            "how",
            "quantity",
            "unit",
            "crystals",
            "largest_change"));
    return files;
  }

  private List<Object[]> similarities() {
    List<Object[]> rows = new ArrayList<>();
    for (Similarity similarity : view.similarities()) {
      rows.add(similarity(similarity, "within", similarity.within()));
      rows.add(similarity(similarity, "between", similarity.between()));
      rows.add(similarity(similarity, "difference", similarity.difference()));
    }
    return rows;
  }

  private static Object[] similarity(Similarity s, String which, Similarity.Mean mean) {
    return new Object[] {
      s.of(),
      s.by(),
      s.pairs(),
      which,
      mean.pairs(),
      cosine(mean.mean()),
      cosine(mean.low()),
      cosine(mean.high())
    };
  }

  private static Object[] rank(EffectiveRank rank) {
    return new Object[] {
      rank.of(), rank.vectors(), rank.dimension(), NumberTable.number(rank.rank())
    };
  }

  private static Object[] change(InsideView.Change change) {
    return new Object[] {
      change.how(), change.quantity(), change.unit(), change.crystals(), small(change.largest())
    };
  }

  private static String cosine(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String small(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }

  String html() {
    StringBuilder html =
        new StringBuilder(
            "<p>Cosines of the vectors of two crystals of the test side, mean over the pairs of one"
                + " group and of different ones, with 95 % bootstrap intervals over the crystals."
                + " Where symmetry is perceived and not chemistry, the difference stays above 0 for"
                + " pairs without a common element.</p><table><tr><th>Vectors</th><th>Group</th>"
                + "<th>Pairs</th><th>Within</th><th>n</th><th>Between</th><th>n</th>"
                + "<th>Difference</th></tr>");
    for (Similarity s : view.similarities()) {
      html.append("<tr>")
          .append(Html.cell(s.of()))
          .append(Html.cell(s.by()))
          .append(Html.cell(s.pairs()))
          .append(Html.number(shown(s.within())))
          .append(Html.number(Html.count(s.within().pairs())))
          .append(Html.number(shown(s.between())))
          .append(Html.number(Html.count(s.between().pairs())))
          .append(Html.number(shown(s.difference())))
          .append("</tr>");
    }
    return html.append("</table>").append(ranks()).append(changes()).toString();
  }

  private static String shown(Similarity.Mean mean) {
    return Double.isNaN(mean.mean())
        ? "–"
        : cosine(mean.mean()) + " (" + cosine(mean.low()) + " – " + cosine(mean.high()) + ")";
  }

  private String ranks() {
    StringBuilder html =
        new StringBuilder(
            "<p>Effective rank, the exponential of the entropy of the singular values: in how many"
                + " directions the vectors spread.</p><table><tr><th>Vectors</th><th>Crystals</th>"
                + "<th>Dimension</th><th>Effective rank</th></tr>");
    for (EffectiveRank rank : view.ranks()) {
      html.append("<tr>")
          .append(Html.cell(rank.of()))
          .append(Html.number(Html.count(rank.vectors())))
          .append(Html.number(Html.count(rank.dimension())))
          .append(Html.number(NumberTable.number(rank.rank())))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private String changes() {
    StringBuilder html =
        new StringBuilder(
            "<p>Largest change of an answer where the same crystal is given otherwise.</p><table>"
                + "<tr><th>Given</th><th>Number</th><th>Crystals</th><th>Largest change</th></tr>");
    for (InsideView.Change change : view.changes()) {
      html.append("<tr>")
          .append(Html.cell(change.how()))
          .append(Html.cell(change.quantity()))
          .append(Html.number(Html.count(change.crystals())))
          .append(Html.number((small(change.largest()) + " " + change.unit()).strip()))
          .append("</tr>");
    }
    return html.append("</table>").toString();
  }
}
