package org.laue.reports;

import java.util.Locale;
import org.laue.evaluation.ConfusionMatrix;

/** A confusion matrix as a table shaded by share of the row; rows are the truth. */
final class ConfusionHtml {
  private ConfusionHtml() {}

  static String html(String heading, ConfusionMatrix confusion) {
    StringBuilder html = new StringBuilder("<figure class=\"confusion\"><table><caption>");
    html.append(Html.escape(heading)).append("</caption><tr><th>truth \\ answer</th>");
    confusion.labels().forEach(l -> html.append("<th>").append(Html.escape(l)).append("</th>"));
    html.append("</tr>");
    for (String truth : confusion.labels()) {
      html.append("<tr><th>").append(Html.escape(truth)).append("</th>");
      long total = confusion.labels().stream().mapToLong(l -> confusion.count(truth, l)).sum();
      for (String answer : confusion.labels()) {
        html.append(cell(confusion.count(truth, answer), total, truth.equals(answer)));
      }
      html.append("</tr>");
    }
    return html.append("</table></figure>").toString();
  }

  private static String cell(long count, long total, boolean right) {
    return String.format(
        Locale.ROOT,
        "<td class=\"%s\" style=\"--share:%.3f\">%s</td>",
        right ? "right" : "wrong",
        total == 0 ? 0 : (double) count / total,
        count == 0 ? "" : Html.count(count));
  }
}
