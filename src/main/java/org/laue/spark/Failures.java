package org.laue.spark;

import java.io.UncheckedIOException;
import org.apache.spark.TaskKilledException;
import org.laue.UserException;
import org.laue.api.rows.RowEngine;
import org.laue.tables.WriteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the user's mistake among the exceptions that Spark wraps around it. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int DEEPEST = 20;

  private Failures() {}

  /**
   * The reason of a reject that is our fault; the trace goes to the log. One structure must not end
   * a night's work.
   *
   * @param what the failure met, for the log
   * @throws RuntimeException the failure itself where it is not the structure's: the storage's,
   *     which may pass, or a task that is being stopped
   */
  static String ours(RuntimeException failure, Object what) {
    if (failure instanceof UncheckedIOException
        || failure instanceof TaskKilledException
        || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    LOG.error("No answer for {}", what, failure);
    return RowEngine.OURS + failure;
  }

  /** A {@link UserException} where a task threw one or could not write, else the failure itself. */
  static RuntimeException translate(Exception failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof UserException || cause instanceof WriteException) {
        return new UserException(cause.getMessage(), failure);
      }
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }
}
