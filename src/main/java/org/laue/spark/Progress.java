package org.laue.spark;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Tells how far a step is, from an accumulator that its tasks count up: on a terminal in one line
 * that is written over, else as a plain line for each tenth of the work.
 */
final class Progress implements AutoCloseable {
  private static final int TICK_MILLIS = 500;
  private static final int TENTHS = 10;

  private final PrintStream out;
  private final String step;
  private final long total;
  private final String unit;
  private final LongAccumulator done;
  private final long start = System.nanoTime();
  private final boolean terminal = System.console() != null;
  private final ScheduledExecutorService ticker;
  private long toldTenths;
  private volatile long end;

  @SuppressWarnings("FutureReturnValueIgnored")
  Progress(JavaSparkContext context, PrintStream out, String step, long total, String unit) {
    this.out = out;
    this.step = step;
    this.total = total;
    this.unit = unit;
    this.done = context.sc().longAccumulator(step);
    this.ticker = out == null ? null : Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    if (ticker != null) {
      ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "laue-progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Tasks add what they have done; a task's share counts when it ends. */
  LongAccumulator counter() {
    return done;
  }

  /** In the step's unit, as far as tasks have ended. */
  long done() {
    return done.value();
  }

  long total() {
    return total;
  }

  /** Since the step began; they stand still when it has ended. */
  double seconds() {
    long now = end == 0 ? System.nanoTime() : end;
    return (now - start) / 1e9;
  }

  private void tick() {
    if (terminal) {
      out.print("\r" + line() + "   ");
      out.flush();
      return;
    }
    long tenths = total == 0 ? TENTHS : TENTHS * done.value() / total;
    if (tenths > toldTenths && tenths < TENTHS) {
      toldTenths = tenths;
      out.println(line());
    }
  }

  private String line() {
    return ProgressLine.of(step, done.value(), total, unit, seconds());
  }

  @Override
  public void close() {
    end = System.nanoTime();
    if (ticker == null) {
      return;
    }
    ticker.shutdownNow();
    out.println((terminal ? "\r" : "") + line() + (terminal ? "   " : ""));
  }
}
