package org.laue.evaluation;

import java.util.Arrays;
import org.laue.StableRandom;

/**
 * How far predicted numbers lie from the true ones, in the unit of the numbers.
 *
 * @param n answers
 * @param meanAbsolute mean absolute error (MAE)
 * @param low lower end of its 95 % interval: percentile bootstrap over the answers, Efron, Ann.
 *     Stat. 7, 1 (1979), of 1,000 samples
 * @param high upper end
 * @param rootMeanSquare root mean square error (RMSE)
 * @param determination coefficient of determination R^2: 1 where every answer is exact, 0 where the
 *     mean of the true numbers would do as well, below where it would do better; NaN where these
 *     are all equal
 */
public record NumberErrors(
    int n,
    double meanAbsolute,
    double low,
    double high,
    double rootMeanSquare,
    double determination) {
  private static final int SAMPLES = 1000;
  private static final double TAIL = 0.025;

  /**
   * @param truth finite numbers, at least one
   * @param predicted the answers to them in the same order
   * @param seed of the bootstrap's samples
   */
  public static NumberErrors of(double[] truth, double[] predicted, long seed) {
    int n = truth.length;
    if (n == 0 || n != predicted.length) {
      throw new IllegalArgumentException(n + " true numbers, " + predicted.length + " answers");
    }
    double[] errors = new double[n];
    double squares = 0;
    double spread = 0;
    double mean = Arrays.stream(truth).average().orElseThrow();
    for (int i = 0; i < n; i++) {
      errors[i] = Math.abs(predicted[i] - truth[i]);
      squares += errors[i] * errors[i];
      spread += (truth[i] - mean) * (truth[i] - mean);
    }
    double[] means = resampled(errors, new StableRandom(seed));
    return new NumberErrors(
        n,
        Arrays.stream(errors).average().orElseThrow(),
        means[(int) (TAIL * SAMPLES)],
        means[SAMPLES - 1 - (int) (TAIL * SAMPLES)],
        Math.sqrt(squares / n),
        spread == 0 ? Double.NaN : 1 - squares / spread);
  }

  /** Means of samples drawn with replacement, sorted. */
  private static double[] resampled(double[] errors, StableRandom random) {
    double[] means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (int i = 0; i < errors.length; i++) {
        sum += errors[random.nextInt(errors.length)];
      }
      means[sample] = sum / errors.length;
    }
    Arrays.sort(means);
    return means;
  }
}
