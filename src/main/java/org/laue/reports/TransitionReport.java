package org.laue.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.laue.evaluation.TransitionCurves;

/** Transitions as one page and two tables; whoever calls writes the files where they belong. */
public final class TransitionReport {
  /** Labels that fit below a chart. */
  private static final int LABELS = 11;

  static final List<String> COLOURS =
      List.of("#7c3aed", "#b42318", "#1f6feb", "#0f766e", "#d97706", "#6b7f2a", "#475569");

  private final List<Path> paths;

  public TransitionReport(List<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  /**
   * One path.
   *
   * @param axis what changes, with its unit
   * @param paper what the paper says of it, or empty
   * @param shown classes that are drawn
   */
  public record Path(
      String title, String axis, String paper, List<String> shown, TransitionCurves curves) {}

  /** {@code index.html}, {@code transitions.csv} with every curve, {@code changes.csv}. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("index.html", utf8(page()));
    files.put("transitions.csv", utf8(curvesCsv()));
    files.put("changes.csv", utf8(changesCsv()));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String page() {
    StringBuilder body = new StringBuilder("<h1>Transitions</h1>");
    for (Path path : paths) {
      body.append("<section><h2>").append(Html.escape(path.title())).append("</h2>");
      body.append(chart(path)).append(changes(path));
      if (!path.paper().isEmpty()) {
        body.append("<p>Paper: ").append(Html.escape(path.paper())).append("</p>");
      }
      body.append("</section>");
    }
    return Html.page("Transitions", body.toString());
  }

  private static String chart(Path path) {
    List<LineChart.Series> series = new ArrayList<>();
    for (String label : path.shown()) {
      double[] mean = path.curves().mean(label);
      double[] spread = path.curves().deviation(label);
      boolean one = path.curves().samples() == 1;
      series.add(
          new LineChart.Series(
              label,
              COLOURS.get(series.size() % COLOURS.size()),
              false,
              Arrays.stream(mean).map(p -> 100 * p).toArray(),
              one ? null : band(mean, spread, -1),
              one ? null : band(mean, spread, 1)));
    }
    return "<figure>"
        + new LineChart(path.axis(), labels(path.curves().positions())).svg(series)
        + "<figcaption>"
        + Curves.legend(series)
        + String.format(
            Locale.ROOT,
            " mean probability in %%, n = %,d%s</figcaption></figure>",
            path.curves().samples(),
            path.curves().samples() == 1 ? "" : ", bars: sample standard deviation");
  }

  private static double[] band(double[] mean, double[] spread, int sign) {
    return IntStream.range(0, mean.length)
        .mapToDouble(i -> 100 * Math.max(0, Math.min(1, mean[i] + sign * spread[i])))
        .toArray();
  }

  /** As many as fit, the first among them. */
  private static List<String> labels(List<Double> positions) {
    int every = (positions.size() + LABELS - 2) / (LABELS - 1);
    return IntStream.range(0, positions.size())
        .mapToObj(i -> i % every == 0 ? Table1Csv.level(positions.get(i)) : "")
        .toList();
  }

  private static String changes(Path path) {
    List<TransitionCurves.Change> changes = path.curves().changes();
    if (changes.isEmpty()) {
      return "<p>One class is the most probable all the way.</p>";
    }
    StringBuilder table = new StringBuilder("<table><thead><tr><th>From</th><th>To</th><th>");
    table.append(Html.escape(path.axis())).append("</th><th>95 %</th></tr></thead><tbody>");
    for (TransitionCurves.Change change : changes) {
      table.append("<tr>").append(Html.cell(change.from())).append(Html.cell(change.to()));
      table.append(Html.number(rounded(change.position())));
      table.append(Html.number(interval(change))).append("</tr>");
    }
    return table.append("</tbody></table>").toString();
  }

  private static String interval(TransitionCurves.Change change) {
    return Double.isNaN(change.low())
        ? "–"
        : rounded(change.low()) + " to " + rounded(change.high());
  }

  private String curvesCsv() {
    StringBuilder csv = new StringBuilder("path,position,class,mean,deviation,n\n");
    for (Path path : paths) {
      TransitionCurves curves = path.curves();
      for (String label : curves.labels()) {
        double[] mean = curves.mean(label);
        double[] deviation = curves.deviation(label);
        for (int i = 0; i < mean.length; i++) {
          csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%s,%.5f,%s,%d\n",
                  quoted(path.title()),
                  Table1Csv.level(curves.positions().get(i)),
                  label,
                  mean[i],
                  number(deviation[i]),
                  curves.samples()));
        }
      }
    }
    return csv.toString();
  }

  private String changesCsv() {
    StringBuilder csv = new StringBuilder("path,from,to,position,low,high,n\n");
    for (Path path : paths) {
      for (TransitionCurves.Change change : path.curves().changes()) {
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%.5f,%s,%s,%d\n",
                quoted(path.title()),
                change.from(),
                change.to(),
                change.position(),
                number(change.low()),
                number(change.high()),
                path.curves().samples()));
      }
    }
    return csv.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
