package org.laue.spark;

import org.laue.UserException;

/** Finds the user's mistake among the exceptions that Spark wraps around it. */
final class Failures {
  private static final int DEEPEST = 20;

  private Failures() {}

  /** A {@link UserException} where a task threw one, else the failure itself. */
  static RuntimeException translate(Exception failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof UserException) {
        return new UserException(cause.getMessage(), failure);
      }
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }
}
