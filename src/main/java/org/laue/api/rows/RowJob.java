package org.laue.api.rows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.laue.UserException;
import org.laue.formats.io.ParsedStructure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The row of one structure in the making: whatever happens, it becomes a row. */
final class RowJob implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(RowJob.class);

  /** Time for a calculation to notice that it was asked to stop. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final RowFunction function;
  private final ParsedStructure structure;
  private final Duration limit;
  private final CompletableFuture<Row> row = new CompletableFuture<>();
  private Thread runner;
  private long start;
  private boolean stopped;

  RowJob(RowFunction function, ParsedStructure structure, Duration limit) {
    this.function = function;
    this.structure = structure;
    this.limit = limit;
  }

  /** A thread that ends with the process. */
  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-rows");
    thread.setDaemon(true);
    return thread;
  }

  boolean isDone() {
    return row.isDone();
  }

  int atoms() {
    return structure.atoms().atomCount();
  }

  @Override
  public void run() {
    begin();
    Row made = make();
    end();
    row.complete(made);
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
    start = System.nanoTime();
  }

  /** An interruption that came too late must not meet the thread's next job. */
  private synchronized void end() {
    runner = null;
    if (stopped) {
      Thread.interrupted();
    }
  }

  private Row make() {
    try {
      return new Row(structure.source(), structure.position(), values(), null, false);
    } catch (OutOfMemoryError e) {
      return failed(RowEngine.TOO_LARGE, false);
    } catch (UserException e) {
      return failed(isStopped() ? tooLong() : e.getMessage(), false);
    } catch (RuntimeException | StackOverflowError e) {
      if (isStopped()) {
        return failed(tooLong(), false);
      }
      LOG.error("{} #{}: no answer", structure.source(), structure.position(), e);
      return failed(RowEngine.OURS + e, true);
    }
  }

  private java.util.List<Object> values() {
    return function.apply(structure);
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private Row failed(String error, boolean ours) {
    int columns = function.columns().size();
    return Row.failed(structure.source(), structure.position(), columns, error, ours);
  }

  private String tooLong() {
    return "No answer within "
        + limit.toSeconds()
        + " s (--time-limit, in SQL spark.laue.time-limit) for "
        + atoms()
        + " atoms; give it more time or fewer atoms";
  }

  /**
   * Waits a little.
   *
   * @return the row, or null if it is not there yet
   */
  Row poll(long milliseconds) throws InterruptedException {
    try {
      return row.get(milliseconds, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Asks the calculation to stop: nobody waits for it any more. */
  synchronized void stop() {
    stopped = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /**
   * Asks the calculation to stop when its time is over, and gives it up when it does not.
   *
   * @return whether it was given up; its thread is then lost until it ends by itself
   */
  synchronized boolean isGivenUp() {
    if (runner == null) {
      return false;
    }
    long nanos = System.nanoTime() - start;
    if (nanos > limit.toNanos() && !stopped) {
      stop();
    }
    return nanos > limit.plus(GRACE).toNanos() && row.complete(failed(tooLong(), false));
  }
}
