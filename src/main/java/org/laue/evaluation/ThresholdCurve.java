package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one class against the rest costs at every threshold: the receiver operating characteristic
 * and the precision over the recall.
 *
 * @param points by falling threshold, one for each score that occurs
 * @param positives things of the class
 * @param negatives others
 */
public record ThresholdCurve(List<Point> points, long positives, long negatives) {

  /**
   * Where all scores of at least the threshold count as of the class.
   *
   * @param falsePositiveRate share of the others that do
   * @param recall share of the class that does: the true positive rate
   * @param precision share of what does that is of the class
   */
  public record Point(
      double threshold, double falsePositiveRate, double recall, double precision) {}

  public ThresholdCurve {
    points = List.copyOf(points);
  }

  static ThresholdCurve of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    long positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    long negatives = scores.length - positives;
    List<Point> points = new ArrayList<>();
    long found = 0;
    for (int i = 0; i < order.length; i++) {
      found += positive[order[i]] ? 1 : 0;
      boolean last = i + 1 == order.length || scores[order[i + 1]] != scores[order[i]];
      if (last) {
        points.add(
            new Point(
                scores[order[i]],
                (double) (i + 1 - found) / negatives,
                (double) found / positives,
                (double) found / (i + 1)));
      }
    }
    return new ThresholdCurve(points, positives, negatives);
  }

  /** Whether there are things of both kinds; without them the shares are not defined. */
  public boolean isDefined() {
    return positives > 0 && negatives > 0;
  }

  /** Mean of the precision over the recall, each step counted at its end; NaN without positives. */
  public double averagePrecision() {
    double sum = 0;
    double before = 0;
    for (Point point : points) {
      sum += (point.recall() - before) * point.precision();
      before = point.recall();
    }
    return positives == 0 ? Double.NaN : sum;
  }

  /** At most so many points, evenly spread, the last among them. */
  public List<Point> thinned(int most) {
    if (points.size() <= most) {
      return points;
    }
    List<Point> kept = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      kept.add(points.get((int) ((long) i * points.size() / most) - 1));
    }
    return kept;
  }
}
