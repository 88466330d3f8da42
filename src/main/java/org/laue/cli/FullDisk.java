package org.laue.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which disk is full, where a failure says no more than that one is. */
final class FullDisk {
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded");

  /**
   * What Spark says of a task that failed once too often; an executor in this JVM has no number.
   */
  private static final Pattern LOST_TASK = Pattern.compile("\\((\\S+) executor \\d+\\): (.*)");

  private FullDisk() {}

  /** One sentence with the place and the remedy; empty where the failure is another. */
  static Optional<String> sentence(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || !FULL.matcher(message).find()) {
      return Optional.empty();
    }
    Matcher lost = LOST_TASK.matcher(message);
    return Optional.of(
        lost.find()
            ? String.format(
                "A disk of worker %s is full, most likely that of Spark's temporary files"
                    + " (SPARK_LOCAL_DIRS or spark.local.dir there): %s; make room there and give"
                    + " the same command again",
                lost.group(1), lost.group(2))
            : String.format(
                "A disk is full, that of the output or of temporary files (%s, or spark.local.dir):"
                    + " %s; make room and give the same command again",
                System.getProperty("java.io.tmpdir"), message.lines().findFirst().orElse("")));
  }
}
