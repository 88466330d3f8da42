package org.laue.reports;

import java.util.List;
import java.util.Locale;

/** Many structures with their answers as a table, and the picture of why below it for each. */
public final class ExplainPage {
  public static final String FILE = "index.html";

  private final List<Entry> entries;

  public ExplainPage(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * One structure.
   *
   * @param place file, and position in it
   * @param picture its file, beside the page; empty where there is no answer
   * @param reason why the verdict is unknown, or why there is no answer; else empty
   * @param probability that the network gives its class, in [0, 1]
   * @param warning why to look twice, or empty
   */
  public record Entry(
      String place,
      String picture,
      String formula,
      String atoms,
      String verdict,
      String reason,
      String networkClass,
      double probability,
      String spaceGroup,
      String warning) {

    /** A structure that could not be answered. */
    public static Entry failed(String place, String reason) {
      return new Entry(place, "", "", "", "no answer", reason, "", Double.NaN, "", "");
    }

    boolean hasPicture() {
      return !picture.isEmpty();
    }
  }

  public String html() {
    StringBuilder body =
        new StringBuilder(
            "<header><p class=\"brand\">Laue</p><h1>Why each structure is what it is said to"
                + " be</h1><p class=\"lead\">Verdict: network, space group and novelty gate"
                + " together. Class and probability: what the network alone says. A name leads to"
                + " the picture below.</p></header><section><div class=\"scroll\"><table><thead>"
                + "<tr><th>Structure</th><th>Formula</th><th>Atoms</th><th>Verdict</th>"
                + "<th>Class</th><th>Probability, %</th><th>Space group</th><th>Look twice</th>"
                + "</tr></thead><tbody>");
    for (int i = 0; i < entries.size(); i++) {
      body.append(row(entries.get(i), "s" + (i + 1)));
    }
    body.append("</tbody></table></div></section>");
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).hasPicture()) {
        body.append(picture(entries.get(i), "s" + (i + 1)));
      }
    }
    return Html.page("Why", body.toString());
  }

  private static String row(Entry entry, String anchor) {
    String name = Html.escape(entry.place());
    String twice =
        entry.reason().isEmpty() || entry.warning().isEmpty()
            ? entry.reason() + entry.warning()
            : entry.reason() + "; " + entry.warning();
    return "<tr><td>"
        + (entry.hasPicture() ? "<a href=\"#" + anchor + "\">" + name + "</a>" : name)
        + "</td>"
        + Html.cell(entry.formula())
        + Html.number(entry.atoms())
        + Html.cell(entry.verdict())
        + Html.cell(entry.networkClass())
        + Html.number(percent(entry.probability()))
        + Html.number(entry.spaceGroup())
        + Html.cell(twice)
        + "</tr>";
  }

  private static String percent(double probability) {
    return Double.isNaN(probability) ? "" : String.format(Locale.ROOT, "%.2f", 100 * probability);
  }

  private static String picture(Entry entry, String anchor) {
    String name = Html.escape(entry.place());
    return "<section id=\""
        + anchor
        + "\"><h2>"
        + name
        + ": "
        + Html.escape(entry.verdict())
        + "</h2><img loading=\"lazy\" style=\"max-width:100%\" alt=\"Why "
        + name
        + " is "
        + Html.escape(entry.verdict())
        + "\" src=\""
        + link(entry.picture())
        + "\"></section>";
  }

  /** Names of files may hold what a link may not. */
  private static String link(String file) {
    try {
      return Html.escape(new java.net.URI(null, null, "./" + file, null).toASCIIString());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException("No file of ours: " + file, e);
    }
  }
}
