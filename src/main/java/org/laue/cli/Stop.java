package org.laue.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process within two seconds when it is asked to (SIGTERM, Ctrl-C), whatever is being
 * computed. Commands that print as they go are interrupted and close what they print; the others
 * leave complete parts behind, which the next call takes up.
 */
final class Stop implements AutoCloseable {
  private static final int LAST_WORDS_MILLIS = 1300;
  private static final int HALT_MILLIS = 1700;

  /** 128 and the number of SIGTERM, as the JVM itself would say. */
  private static final int TERMINATED = 143;

  private static final String KEPT =
      "laue: stopped; complete parts are kept, the same call goes on from them";

  private static final String MEASURED = "laue: stopped; what was measured is lost, call again";

  private static volatile boolean ended;
  private static volatile boolean stopping;
  private static volatile Stop current;

  private final Thread worker;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Stop(Thread worker) {
    this.worker = worker;
  }

  /**
   * From now on the process may be stopped.
   *
   * @param arguments of the command, by which it tells whether it keeps anything
   */
  static void install(PrintStream err, String... arguments) {
    String lost = Arrays.asList(arguments).contains("bench") ? MEASURED : KEPT;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(err, lost), "laue-stop"));
  }

  /** The command is through: what follows is an ordinary exit. */
  static void ended() {
    ended = true;
  }

  static boolean isStopping() {
    return stopping;
  }

  /** Until it is closed, a stop interrupts this thread and waits for what it still prints. */
  static Stop interrupting(Thread worker) {
    Stop stop = new Stop(worker);
    current = stop;
    return stop;
  }

  @Override
  public void close() {
    current = null;
    closed.countDown();
  }

  private static void stop(PrintStream err, String words) {
    if (ended) {
      return;
    }
    stopping = true;
    haltLater();
    Stop now = current;
    if (now == null) {
      err.println(words);
      return;
    }
    now.worker.interrupt();
    try {
      if (!now.closed.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
        err.println("laue: stopped; what was not printed is lost, call again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void haltLater() {
    Thread halt =
        new Thread(
            () -> {
              try {
                Thread.sleep(HALT_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(TERMINATED);
            },
            "laue-halt");
    halt.setDaemon(true);
    halt.start();
  }
}
