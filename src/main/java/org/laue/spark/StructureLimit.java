package org.laue.spark;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.tables.runs.PartOutput;

/**
 * How long a task may compute on one structure or variant before it goes to the rejects. One thread
 * watches over all tasks of a process and interrupts the one whose time is over; searches listen
 * and end with {@link StoppedException}. Only computing stands under the limit, never the storage.
 *
 * <p>A clock differs from night to night, a bounded count of work does not: the symmetry search
 * gives up after a fixed number of looks at atoms, some ten seconds, long before the default here.
 * The limit is the net below that, counted in each manifest; where it rejected nothing, and a run
 * says so, the run would have been the same without it.
 */
final class StructureLimit {
  /** Seconds, as a setting of Hadoop, which travels to executors. */
  static final String KEY = "laue.structure.time-limit";

  /** Of a run, how many structures or variants it cost. */
  static final String OVER = "over the time limit";

  private static final double DEFAULT_SECONDS = 600;
  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final Duration limit;

  private StructureLimit(Duration limit) {
    this.limit = limit;
  }

  /** What a study says, or the default. */
  static StructureLimit of(Configuration hadoop) {
    return new StructureLimit(
        Duration.ofNanos((long) (1e9 * hadoop.getDouble(KEY, DEFAULT_SECONDS))));
  }

  /** What moves results of it: nothing where it is the default. */
  static Map<String, String> changed(Configuration hadoop) {
    double seconds = hadoop.getDouble(KEY, DEFAULT_SECONDS);
    return seconds == DEFAULT_SECONDS ? Map.of() : Map.of(KEY, Double.toString(seconds));
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "laue-time-limit");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  /**
   * Does the work on this thread.
   *
   * @throws OverException if it took longer, with or without a result
   */
  <T> T within(Supplier<T> work) {
    Alarm alarm = new Alarm(Thread.currentThread());
    Future<?> set = WATCH.schedule(alarm::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
    boolean rang;
    T result = null;
    RuntimeException failure = null;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      set.cancel(false);
      rang = alarm.end();
    }
    refuseIfKilled(failure);
    // Of a structure that was stopped, what was kept for its next variant says so again.
    if (rang || failure instanceof StoppedException) {
      throw new OverException(limit);
    }
    if (failure != null) {
      throw failure;
    }
    return result;
  }

  /** A task that is being killed is interrupted too, and must not take that for the limit. */
  private static void refuseIfKilled(RuntimeException failure) {
    TaskContext task = TaskContext.get();
    boolean stopped = failure instanceof StoppedException && Thread.currentThread().isInterrupted();
    if (stopped || (task != null && task.isInterrupted())) {
      throw new TaskKilledException("interrupted");
    }
  }

  /** Counts a structure that was given up. */
  void countIfOver(UserException failure, PartOutput out) {
    if (failure instanceof OverException) {
      out.count(OVER, 1);
    }
  }

  /** There was no answer in time. */
  static final class OverException extends UserException {
    private static final long serialVersionUID = 1L;

    private OverException(Duration limit) {
      super(
          "No answer within %s s (study.time-limit); give it more time or fewer atoms"
              .formatted(limit.toNanos() / 1e9));
    }
  }

  /** Interrupts a thread unless its work has ended. */
  private static final class Alarm {
    private final Thread worker;
    private boolean ended;
    private boolean rang;

    Alarm(Thread worker) {
      this.worker = worker;
    }

    synchronized void ring() {
      if (!ended) {
        rang = true;
        worker.interrupt();
      }
    }

    /** Whether it rang; then the flag of the thread, which is the caller's, comes down. */
    synchronized boolean end() {
      ended = true;
      if (rang) {
        Thread.interrupted();
      }
      return rang;
    }
  }
}
