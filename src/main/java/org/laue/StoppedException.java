package org.laue;

/**
 * A long search was given up because its thread was interrupted: a time limit, Ctrl-C. The flag of
 * the thread stays up, so that every search on the way out ends as well.
 */
public final class StoppedException extends UserException {
  private static final long serialVersionUID = 1L;

  private StoppedException() {
    super("Stopped before there was an answer, as the caller asked");
  }

  /** Throws if the current thread was interrupted; costs nanoseconds. */
  public static void ifInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException();
    }
  }
}
