package org.laue.evaluation;

/**
 * The 95 % interval of an area under the receiver operating characteristic: all areas from which
 * the measured one is no farther than 1.96 of their own standard errors, these after Hanley and
 * McNeil with the mean of both numbers in place of each (Newcombe, Stat. Med. 25, 559 (2006),
 * method 5). It stays within [0, 1] and has a width where the measured area is 1.
 */
public record RocInterval(double low, double high) {
  private static final double Z = 1.959963984540054;
  private static final int HALVINGS = 60;

  /**
   * @param area measured
   * @param positives things of the class
   * @param negatives others
   */
  public static RocInterval of(double area, long positives, long negatives) {
    return new RocInterval(end(area, 0, positives, negatives), end(area, 1, positives, negatives));
  }

  /** Between the measured area and an end of [0, 1]: the last that is not too far off. */
  private static double end(double area, double farthest, long positives, long negatives) {
    double inside = area;
    double outside = farthest;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      boolean near = Math.abs(middle - area) <= Z * error(middle, positives, negatives);
      inside = near ? middle : inside;
      outside = near ? outside : middle;
    }
    return (inside + outside) / 2;
  }

  private static double error(double area, long positives, long negatives) {
    double others = (positives + negatives) / 2.0 - 1;
    double spread = 1 + others * (1 - area) / (2 - area) + others * area / (1 + area);
    return Math.sqrt(area * (1 - area) * spread / ((double) positives * negatives));
  }
}
