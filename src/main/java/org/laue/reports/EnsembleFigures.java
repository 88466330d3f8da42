package org.laue.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laue.evaluation.NumberEnsemble;
import org.laue.evaluation.NumberErrors;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.UncertaintyCalibration;

/** What seeds answer together about a number, and what their scatter tells of its errors. */
final class EnsembleFigures {
  /** A normal distribution's mean absolute error in units of its standard deviation. */
  private static final double NORMAL_ERROR = Math.sqrt(2 / Math.PI);

  private final NumberEnsemble ensemble;
  private final NumberErrors errors;
  private final UncertaintyCalibration calibration;

  EnsembleFigures(NumberEnsemble ensemble) {
    this.ensemble = ensemble;
    this.errors = ensemble.errors();
    this.calibration = UncertaintyCalibration.of(ensemble);
  }

  /** Tables by their names. */
  static SortedMap<String, String> csv(List<EnsembleFigures> all) {
    List<Object[]> summary = new ArrayList<>();
    List<Object[]> answers = new ArrayList<>();
    List<Object[]> shares = new ArrayList<>();
    List<Object[]> bins = new ArrayList<>();
    for (EnsembleFigures figures : all) {
      summary.add(figures.summary());
      figures.ensemble.answers().forEach(a -> answers.add(figures.answer(a)));
      figures.calibration.shares().forEach(share -> shares.add(figures.share(share)));
      figures.calibration.bins().forEach(bin -> bins.add(figures.bin(bin)));
    }
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        "ensemble.csv",
        Table1Csv.csv(
            summary,
            "quantity",
            "unit",
            "n",
            "mae",
            "ci_low",
            "ci_high",
            "rmse",
            "r2",
            "rank_correlation",
            "stretch"));
    files.put(
        "ensemble-answers.csv",
        Table1Csv.csv(answers, "quantity", "structure_id", "true", "mean", "deviation"));
    files.put(
        "uncertainty-shares.csv",
        Table1Csv.csv(
            shares, "quantity", "multiple", "expected", "n", "within", "ci_low", "ci_high"));
    files.put(
        "uncertainty-bins.csv",
        Table1Csv.csv(bins, "quantity", "deviation", "n", "mae", "ci_low", "ci_high", "rmse"));
    return files;
  }

  private Object[] summary() {
    return new Object[] {
      ensemble.quantity(),
      ensemble.unit(),
      errors.n(),
      NumberTable.number(errors.meanAbsolute()),
      NumberTable.number(errors.low()),
      NumberTable.number(errors.high()),
      NumberTable.number(errors.rootMeanSquare()),
      NumberTable.number(errors.determination()),
      number(calibration.rankCorrelation()),
      NumberTable.number(calibration.stretch())
    };
  }

  private Object[] answer(NumberEnsemble.Answer answer) {
    return new Object[] {
      ensemble.quantity(),
      answer.structure(),
      NumberTable.number(answer.truth()),
      NumberTable.number(answer.mean()),
      NumberTable.number(answer.deviation())
    };
  }

  private Object[] share(UncertaintyCalibration.Share share) {
    Proportion within = share.within();
    return new Object[] {
      ensemble.quantity(),
      Table1Csv.level(share.multiple()),
      number(share.expected()),
      within.n(),
      number(within.percent() / 100),
      number(within.lowPercent() / 100),
      number(within.highPercent() / 100)
    };
  }

  private Object[] bin(UncertaintyCalibration.Bin bin) {
    return new Object[] {
      ensemble.quantity(),
      NumberTable.number(bin.meanDeviation()),
      bin.errors().n(),
      NumberTable.number(bin.errors().meanAbsolute()),
      NumberTable.number(bin.errors().low()),
      NumberTable.number(bin.errors().high()),
      NumberTable.number(bin.errors().rootMeanSquare())
    };
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  String html(int seeds) {
    return "<section><h2>"
        + Html.escape(ensemble.quantity())
        + ": the "
        + seeds
        + " seeds together</h2><p>"
        + Html.escape(text())
        + "</p><div class=\"two\">"
        + shares()
        + bins()
        + "</div></section>";
  }

  private String text() {
    String unit = ensemble.unit().isEmpty() ? "" : " " + ensemble.unit();
    String ranks =
        Double.isNaN(calibration.rankCorrelation())
            ? "has no rank correlation with its error, one of them being the same for all"
            : String.format(
                Locale.ROOT,
                "has a rank correlation (Spearman) of %.3f with its error",
                calibration.rankCorrelation());
    return "The mean of the seeds' answers to %s crystals of the test side has a mean absolute error of %s%s (%s), R² %s. The scatter of the seeds (σ, standard deviation) %s; for 68.27 %% of the errors to lie within σ it has to be multiplied by %s."
        .formatted(
            Html.count(errors.n()),
            NumberTable.number(errors.meanAbsolute()),
            unit,
            NumberTable.interval(errors),
            NumberTable.number(errors.determination()),
            ranks,
            NumberTable.number(calibration.stretch()));
  }

  private String shares() {
    SquareChart chart =
        new SquareChart("Share expected of a normal distribution", "Share of the errors")
            .diagonal();
    for (UncertaintyCalibration.Share share : calibration.shares()) {
      Proportion within = share.within();
      chart.dot(
          share.expected(),
          within.percent() / 100,
          within.lowPercent() / 100,
          within.highPercent() / 100,
          within.correct() + " of " + within.n() + " within " + share.multiple() + " σ");
    }
    return chart.figure(
        "Errors within 0.25, 0.5, 1, 1.5, 2, 3 and 4 σ, with 95 % Wilson intervals; below the"
            + " diagonal σ is too small.");
  }

  private String bins() {
    double most = 0;
    for (UncertaintyCalibration.Bin bin : calibration.bins()) {
      most = Math.max(most, Math.max(bin.meanDeviation(), bin.errors().high()));
    }
    NumberAxes axes = new NumberAxes(0, most > 0 ? 1.05 * most : 1);
    StringBuilder marks = new StringBuilder(expected(axes, most));
    for (UncertaintyCalibration.Bin bin : calibration.bins()) {
      NumberErrors own = bin.errors();
      marks.append(
          Svg.dot(
              axes.across(bin.meanDeviation()),
              axes.up(own.meanAbsolute()),
              axes.up(own.low()),
              axes.up(own.high()),
              own.n() + " crystals: " + NumberTable.number(own.meanAbsolute())));
    }
    String unit = ensemble.unit().isEmpty() ? "" : ", " + ensemble.unit();
    return axes.figure(
        "mean σ" + unit,
        "mean absolute error",
        marks.toString(),
        "Ten bins with equally many crystals, with 95 % bootstrap intervals; grey: error equal to σ;"
            + " red: what a normal distribution expects, 0.80 σ.");
  }

  private static String expected(NumberAxes axes, double most) {
    return String.format(
        Locale.ROOT,
        "<path fill=\"none\" stroke=\"#b42318\" stroke-width=\"1.8\" d=\"M%.1f %.1fL%.1f %.1f\"/>",
        axes.across(0),
        axes.up(0),
        axes.across(most),
        axes.up(NORMAL_ERROR * most));
  }
}
