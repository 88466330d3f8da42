package org.laue.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;

/**
 * Scores of several studies side by side, each over its trainings: mean and worst of the shares of
 * right answers and of the areas under the ROC curve, and how far the means lie from those of the
 * first study. Where the trainings were asked about the same crystals, a line says what they answer
 * together.
 */
public final class SweepTable {
  public static final String TABLE = "sweep.csv";

  private static final String[] COLUMNS = {
    "study",
    "who",
    "seeds",
    "n",
    "accuracy",
    "worst",
    "worst_seed",
    "worst_ci_low",
    "worst_ci_high",
    "accuracy_change",
    "roc_auc",
    "roc_auc_worst",
    "roc_auc_change",
    "learned_from"
  };

  private final String title;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, List<Training>> studies = new LinkedHashMap<>();

  /**
   * One training of a study.
   *
   * @param page of its report, beside the table
   * @param learnedFrom crystals of the training side
   * @param scores the network's, then those of simpler answers
   * @param answers the network's
   */
  public record Training(
      long seed,
      String page,
      long learnedFrom,
      List<ClassScore> scores,
      Optional<ClassAnswers> answers) {
    public Training {
      scores = List.copyOf(scores);
    }

    private double right() {
      return scores.get(0).right().percent();
    }

    private double area() {
      return 100 * scores.get(0).rocArea();
    }
  }

  /**
   * One line of the table.
   *
   * @param n answers of one training
   * @param accuracy mean over the trainings, percent
   * @param worst the training with the smallest share
   * @param worstSeed its seed; empty where the trainings answer together
   * @param area mean over the trainings
   * @param learnedFrom crystals of the training side, of the worst training
   */
  record Line(
      String study,
      String who,
      int seeds,
      long n,
      double accuracy,
      ClassScore worst,
      String worstSeed,
      double area,
      double worstArea,
      long learnedFrom) {}

  /**
   * @param studies trainings by the name of the study, at least one of each; others are compared
   *     with the first
   */
  public SweepTable(String title, Map<String, List<Training>> studies) {
    this.title = title;
    this.studies.putAll(studies);
    studies.forEach(this::lines);
  }

  /** Simpler answers do not depend on what the network is shown: the first study's will do. */
  private void lines(String study, List<Training> trainings) {
    int whos = lines.isEmpty() ? trainings.get(0).scores().size() : 1;
    for (int who = 0; who < whos; who++) {
      lines.add(line(study, trainings, who));
      if (who == 0) {
        together(study, trainings).ifPresent(lines::add);
      }
    }
  }

  private static Optional<Line> together(String study, List<Training> trainings) {
    Training any = trainings.get(0);
    return ClassAnswers.together(trainings.stream().flatMap(t -> t.answers().stream()).toList())
        .map(answers -> answers.score(any.scores().get(0).who() + ", together"))
        .map(
            score ->
                new Line(
                    study,
                    score.who(),
                    trainings.size(),
                    score.right().n(),
                    score.right().percent(),
                    score,
                    "",
                    score.rocArea(),
                    score.rocArea(),
                    any.learnedFrom()));
  }

  private static Line line(String study, List<Training> trainings, int who) {
    Training worst =
        trainings.stream()
            .min(Comparator.comparingDouble(t -> t.scores().get(who).right().percent()))
            .orElseThrow();
    List<ClassScore> scores = trainings.stream().map(t -> t.scores().get(who)).toList();
    ClassScore least = worst.scores().get(who);
    return new Line(
        study,
        least.who(),
        trainings.size(),
        least.right().n(),
        scores.stream().mapToDouble(s -> s.right().percent()).average().orElse(Double.NaN),
        least,
        Long.toString(worst.seed()),
        scores.stream().mapToDouble(ClassScore::rocArea).average().orElse(Double.NaN),
        scores.stream().mapToDouble(ClassScore::rocArea).min().orElse(Double.NaN),
        worst.learnedFrom());
  }

  /** The files by name: {@link #TABLE} and a page. */
  public SortedMap<String, byte[]> files() {
    return ReportFiles.of(TABLE, csv(), html());
  }

  private String csv() {
    return Table1Csv.csv(lines.stream().map(line -> (Object[]) cells(line)).toList(), COLUMNS);
  }

  private String[] cells(Line line) {
    Line first = lines.get(0);
    return new String[] {
      line.study(),
      line.who(),
      Integer.toString(line.seeds()),
      Long.toString(line.n()),
      number("%.2f", line.accuracy()),
      number("%.2f", line.worst().right().percent()),
      line.worstSeed(),
      number("%.2f", line.worst().right().lowPercent()),
      number("%.2f", line.worst().right().highPercent()),
      number("%+.2f", line.accuracy() - first.accuracy()),
      number("%.4f", line.area()),
      number("%.4f", line.worstArea()),
      number("%+.4f", line.area() - first.area()),
      Long.toString(line.learnedFrom())
    };
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private String html() {
    StringBuilder html =
        new StringBuilder(
            "<header><p class=\"brand\">Laue</p><h1>"
                + Html.escape(title)
                + "</h1><p class=\"lead\">Crystals of the test side. Share of right answers in"
                + " percent, mean over the trainings and the worst of them with its 95 % Wilson"
                + " interval; area under the ROC curve, mean and worst; change against the"
                + " first line. Together: the mean of the trainings' probabilities, where all were"
                + " asked about the same crystals.</p></header><section><div class=\"scroll\"><table><tr>");
    for (String heading :
        List.of(
            "Study",
            "Who",
            "Seeds",
            "n",
            "Right, %",
            "Worst",
            "Seed",
            "from",
            "to",
            "Change",
            "ROC AUC",
            "Worst",
            "Change",
            "Learned from")) {
      html.append("<th>").append(heading).append("</th>");
    }
    html.append("</tr>");
    for (Line line : lines) {
      html.append("<tr>");
      String[] cells = cells(line);
      for (int i = 0; i < cells.length; i++) {
        html.append(i < 2 ? Html.cell(cells[i]) : Html.number(cells[i]));
      }
      html.append("</tr>");
    }
    return Html.page(
        title, html + "</table></div></section>" + curve() + "<section>" + links() + "</section>");
  }

  /** Empty where all learned from equally many crystals. */
  private String curve() {
    SizeCurve<Training> curve = new SizeCurve<>(studies, Training::learnedFrom);
    return curve.figure(
        new LineChart(SizeCurve.AXIS, curve.sizes()),
        List.of(
            curve.series(0, "right, %", Training::right),
            curve.series(2, "ROC AUC, in hundredths", Training::area)));
  }

  private String links() {
    return studies.entrySet().stream()
        .map(study -> links(study.getKey(), study.getValue(), t -> link(t.page(), t.seed())))
        .collect(Collectors.joining());
  }

  /** One study's reports. */
  static <T> String links(String study, List<T> trainings, Function<T, String> link) {
    return "<p>"
        + Html.escape(study)
        + ": "
        + trainings.stream().map(link).collect(Collectors.joining(", "))
        + "</p>";
  }

  static String link(String page, long seed) {
    return "<a href=\"" + page + "\">seed " + seed + "</a>";
  }
}
