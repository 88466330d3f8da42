package org.laue.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Whether the uncertainties of an ensemble tell how far its answers lie from the truth (Levi et
 * al., arXiv 1905.11659): errors within multiples of the uncertainty against what a normal
 * distribution expects, and errors over uncertainties.
 *
 * @param shares by rising multiple
 * @param bins ten with equally many answers, by rising uncertainty
 * @param rankCorrelation Spearman's, of the absolute errors and the uncertainties; NaN where one of
 *     them is the same for all
 * @param stretch by which every uncertainty had to be multiplied for 68.27 % of the errors to be
 *     within it
 */
public record UncertaintyCalibration(
    List<Share> shares, List<Bin> bins, double rankCorrelation, double stretch) {
  private static final double[] MULTIPLES = {0.25, 0.5, 1, 1.5, 2, 3, 4};
  private static final int BINS = 10;

  /**
   * @param multiple of the uncertainty
   * @param expected share of a normal distribution within it
   * @param within answers whose errors are
   */
  public record Share(double multiple, double expected, Proportion within) {}

  /**
   * @param meanDeviation mean uncertainty
   * @param errors of the answers, whose mean a normal distribution expects at 0.80 times the
   *     uncertainty
   */
  public record Bin(double meanDeviation, NumberErrors errors) {}

  public UncertaintyCalibration {
    shares = List.copyOf(shares);
    bins = List.copyOf(bins);
  }

  public static UncertaintyCalibration of(NumberEnsemble ensemble) {
    return new UncertaintyCalibration(
        Arrays.stream(MULTIPLES).mapToObj(k -> share(ensemble, k)).toList(),
        ensemble.byDeviation(BINS).stream().map(UncertaintyCalibration::bin).toList(),
        rankCorrelation(ensemble),
        stretch(ensemble));
  }

  private static Share share(NumberEnsemble ensemble, double multiple) {
    List<NumberEnsemble.Answer> all = ensemble.answers();
    long within = all.stream().filter(a -> a.error() <= multiple * a.deviation()).count();
    return new Share(multiple, normal(multiple), new Proportion(within, all.size()));
  }

  /** Share of a normal distribution within a multiple of its standard deviation. */
  private static double normal(double multiple) {
    return Erf.erf(multiple / Math.sqrt(2));
  }

  private static Bin bin(List<NumberEnsemble.Answer> answers) {
    double mean =
        answers.stream().mapToDouble(NumberEnsemble.Answer::deviation).average().orElseThrow();
    return new Bin(mean, NumberEnsemble.errors(answers));
  }

  private static double rankCorrelation(NumberEnsemble ensemble) {
    List<NumberEnsemble.Answer> all = ensemble.answers();
    if (all.size() < 2) {
      return Double.NaN;
    }
    return new SpearmansCorrelation()
        .correlation(
            all.stream().mapToDouble(NumberEnsemble.Answer::error).toArray(),
            all.stream().mapToDouble(NumberEnsemble.Answer::deviation).toArray());
  }

  private static double stretch(NumberEnsemble ensemble) {
    double[] ratios =
        ensemble.answers().stream()
            .mapToDouble(a -> a.error() == 0 ? 0 : a.error() / a.deviation())
            .sorted()
            .toArray();
    return ratios[(int) Math.ceil(normal(1) * ratios.length) - 1];
  }
}
