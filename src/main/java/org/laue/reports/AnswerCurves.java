package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.laue.evaluation.Calibration;
import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.ThresholdCurve;

/** What probabilities are worth: ROC, precision over recall and calibration, as CSV and figures. */
final class AnswerCurves {
  /** Points of a curve in the table and in the picture; more would not be seen. */
  static final int MOST = 400;

  private final ClassAnswers answers;
  private final List<String> labels;
  private final List<ThresholdCurve> curves;

  AnswerCurves(ClassAnswers answers) {
    this.answers = answers;
    int[] shown =
        IntStream.range(0, answers.labels().size())
            // Of two classes one tells the other.
            .limit(answers.labels().size() == 2 ? 1 : Integer.MAX_VALUE)
            .filter(label -> answers.curve(label).isDefined())
            .toArray();
    labels = IntStream.of(shown).mapToObj(answers.labels()::get).toList();
    curves = IntStream.of(shown).mapToObj(answers::curve).toList();
  }

  /** A row for each threshold of each class. */
  String curvesCsv() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      for (ThresholdCurve.Point point : curves.get(i).thinned(MOST)) {
        rows.add(
            new Object[] {
              labels.get(i),
              number(point.threshold()),
              number(point.falsePositiveRate()),
              number(point.recall()),
              number(point.precision())
            });
      }
    }
    return Table1Csv.csv(rows, "class", "threshold", "false_positive_rate", "recall", "precision");
  }

  /** A row for each bin of the most probable class's probability. */
  String calibrationCsv() {
    return Table1Csv.csv(
        rows(answers.calibration()), "probability", "n", "right", "ci_low", "ci_high");
  }

  /** Mean probability, answers, share right and its interval of each bin. */
  static List<Object[]> rows(Calibration calibration) {
    List<Object[]> rows = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      Proportion right = bin.right();
      rows.add(
          new Object[] {
            number(bin.meanProbability()),
            right.n(),
            number(right.percent() / 100),
            number(right.lowPercent() / 100),
            number(right.highPercent() / 100)
          });
    }
    return rows;
  }

  String html() {
    if (curves.isEmpty()) {
      return "";
    }
    return "<div class=\"two\">" + roc() + precision() + calibration() + "</div>";
  }

  private String roc() {
    SquareChart chart = new SquareChart("False positive rate", "True positive rate").diagonal();
    for (int i = 0; i < curves.size(); i++) {
      chart.receiver(labels.get(i), curves.get(i).thinned(MOST));
    }
    return chart.figure("Receiver operating characteristic, each class against the rest.");
  }

  private String precision() {
    SquareChart chart = new SquareChart("Recall", "Precision");
    for (int i = 0; i < curves.size(); i++) {
      ThresholdCurve curve = curves.get(i);
      List<ThresholdCurve.Point> points = curve.thinned(MOST);
      chart.curve(
          String.format(Locale.ROOT, "%s, mean %.3f", labels.get(i), curve.averagePrecision()),
          points.stream().mapToDouble(ThresholdCurve.Point::recall).toArray(),
          points.stream().mapToDouble(ThresholdCurve.Point::precision).toArray());
    }
    return chart.figure("Precision over recall, with its mean (average precision).");
  }

  private String calibration() {
    Calibration calibration = answers.calibration();
    return chart(calibration)
        .figure(
            String.format(
                Locale.ROOT,
                "Calibration with 95 %% Wilson intervals; expected calibration error %.3f.",
                calibration.expectedError()));
  }

  /** Share right over probability, a dot for each bin. */
  static SquareChart chart(Calibration calibration) {
    SquareChart chart = new SquareChart("Probability of the answer", "Share right").diagonal();
    for (Calibration.Bin bin : calibration.bins()) {
      Proportion right = bin.right();
      chart.dot(
          bin.meanProbability(),
          right.percent() / 100,
          right.lowPercent() / 100,
          right.highPercent() / 100,
          right.correct() + " of " + right.n());
    }
    return chart;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
