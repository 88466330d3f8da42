package org.laue.evaluation;

/**
 * Correct answers out of n, with the 95 % score interval of Wilson, J. Am. Stat. Assoc. 22, 209
 * (1927).
 */
public record Proportion(long correct, long n) {
  /** Two-sided 95 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public static final Proportion NONE = new Proportion(0, 0);

  public Proportion {
    if (correct < 0 || correct > n) {
      throw new IllegalArgumentException(correct + " correct out of " + n);
    }
  }

  public Proportion plus(Proportion other) {
    return new Proportion(correct + other.correct, n + other.n);
  }

  /** In percent; NaN when nothing was counted. */
  public double percent() {
    return 100.0 * correct / n;
  }

  /** Lower end of the interval in percent. */
  public double lowPercent() {
    return correct == 0 ? 0 : Math.max(0, 100 * (centre() - halfWidth()));
  }

  /** Upper end of the interval in percent. */
  public double highPercent() {
    return correct == n ? 100 : Math.min(100, 100 * (centre() + halfWidth()));
  }

  private double centre() {
    return ((double) correct / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double halfWidth() {
    double p = (double) correct / n;
    return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
  }
}
