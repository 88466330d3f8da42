package org.laue.learning.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** What the training looked like, at about a dozen rounds of averaging. */
public record LearningCurve(List<Point> points) {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "round",
              "batches",
              "images",
              "train_loss",
              "train_accuracy",
              "test_accuracy",
              "seconds",
              "seconds_left")
          .build();

  /** The header is that of the file. */
  private static final CSVFormat READ = CSV.builder().setHeader().setSkipHeaderRecord(true).build();

  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * The state after one round.
   *
   * @param batches gradient steps so far, summed over all workers
   * @param images images seen so far
   * @param trainLoss of the round's last batches, dropout on
   * @param trainAccuracy the task's score on a sample of what is learned, dropout off: the share
   *     right in [0, 1], or for numbers the coefficient of determination
   * @param testAccuracy the same on the test side; NaN where there is none
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

    private Object[] cells() {
      return new Object[] {
        round,
        batches,
        images,
        String.format(Locale.ROOT, "%.6g", trainLoss),
        String.format(Locale.ROOT, "%.4f", trainAccuracy),
        String.format(Locale.ROOT, "%.4f", testAccuracy),
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "%.1f", secondsLeft)
      };
    }

    private static Point of(CSVRecord cells) {
      return new Point(
          Integer.parseInt(cells.get("round")),
          Integer.parseInt(cells.get("batches")),
          Long.parseLong(cells.get("images")),
          Double.parseDouble(cells.get("train_loss")),
          Double.parseDouble(cells.get("train_accuracy")),
          Double.parseDouble(cells.get("test_accuracy")),
          Double.parseDouble(cells.get("seconds")),
          Double.parseDouble(cells.get("seconds_left")));
    }
  }

  /** Comma-separated, one line per round below a header. */
  public String toCsv() {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSV)) {
      for (Point point : points) {
        printer.printRecord(point.cells());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  public static LearningCurve fromCsv(String csv) {
    try (CSVParser parser = CSVParser.parse(csv, READ)) {
      return new LearningCurve(parser.stream().map(Point::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
