package org.laue.learning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the training looked like, at about a dozen rounds of averaging. */
public record LearningCurve(List<Point> points) {
  public static final String HEADER =
      "round,batches,images,train_loss,train_accuracy,test_accuracy,seconds,seconds_left";

  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * The state after one round.
   *
   * @param batches gradient steps so far, summed over all workers
   * @param images images seen so far
   * @param trainLoss cross-entropy of the round's last batches, dropout on
   * @param trainAccuracy share right on a sample of the training images, dropout off, in [0, 1]
   * @param testAccuracy the same on test images; NaN where there are none
   * @param secondsLeft estimate from the pace so far
   */
  public record Point(
      int round,
      int batches,
      long images,
      double trainLoss,
      double trainAccuracy,
      double testAccuracy,
      double seconds,
      double secondsLeft) {

    String csv() {
      return String.format(
          Locale.ROOT,
          "%d,%d,%d,%.6g,%.4f,%.4f,%.1f,%.1f",
          round,
          batches,
          images,
          trainLoss,
          trainAccuracy,
          testAccuracy,
          seconds,
          secondsLeft);
    }

    static Point parse(String line) {
      String[] cells = line.split(",", -1);
      return new Point(
          Integer.parseInt(cells[0]),
          Integer.parseInt(cells[1]),
          Long.parseLong(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]),
          Double.parseDouble(cells[6]),
          Double.parseDouble(cells[7]));
    }
  }

  /** Comma-separated, one line per round below {@link #HEADER}. */
  public String toCsv() {
    return points.stream()
        .map(Point::csv)
        .collect(Collectors.joining("\n", HEADER + "\n", points.isEmpty() ? "" : "\n"));
  }

  public static LearningCurve fromCsv(String csv) {
    return new LearningCurve(csv.lines().skip(1).map(Point::parse).toList());
  }
}
