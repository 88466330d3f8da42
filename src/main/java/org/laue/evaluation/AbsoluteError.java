package org.laue.evaluation;

/**
 * How far numbers lie from the truth, in the unit of the numbers: the mean absolute error (MAE)
 * with its 95 % interval from the spread of the single errors. Sums alone are kept, so that parts
 * of a table add up.
 *
 * @param n answers
 * @param sum of their absolute errors
 * @param squares sum of the squares of the errors
 */
public record AbsoluteError(long n, double sum, double squares) {
  public static final AbsoluteError NONE = new AbsoluteError(0, 0, 0);

  /** Two-sided 95 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * @throws IllegalArgumentException if one of the two is no number
   */
  public static AbsoluteError of(double truth, double answer) {
    double error = Math.abs(answer - truth);
    if (!Double.isFinite(error)) {
      throw new IllegalArgumentException("Truth " + truth + ", answer " + answer);
    }
    return new AbsoluteError(1, error, error * error);
  }

  public AbsoluteError plus(AbsoluteError other) {
    return new AbsoluteError(n + other.n, sum + other.sum, squares + other.squares);
  }

  /** NaN when nothing was counted. */
  public double mean() {
    return sum / n;
  }

  /** Root mean square error. */
  public double rootMeanSquare() {
    return Math.sqrt(squares / n);
  }

  /** Lower end of the interval of the mean; NaN below two answers, as is the upper end. */
  public double low() {
    return Math.max(0, mean() - halfWidth());
  }

  public double high() {
    return mean() + halfWidth();
  }

  private double halfWidth() {
    double variance = Math.max(0, squares - sum * sum / n) / (n - 1);
    return Z * Math.sqrt(variance / n);
  }
}
