package org.laue.api.rows;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.laue.StoppedException;

/**
 * Rows that are asked for one by one by several threads, as the tasks of a query do. Each is made
 * by a thread of one pool, so that it can be given up when its time is over, and threads stay from
 * row to row.
 */
final class SharedRows {
  private static final int TICK_MILLIS = 20;

  /** Those that wait for rows are no more than cores; the others are for rows given up. */
  private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors() + 16;

  /** When all threads are lost to rows given up, who asks computes, and its time has no limit. */
  private static final ThreadPoolExecutor POOL =
      new ThreadPoolExecutor(
          0,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          RowJob::daemon,
          new ThreadPoolExecutor.CallerRunsPolicy());

  private SharedRows() {}

  /** Waits for the row of a job that was not begun. */
  static Row row(RowJob job) {
    POOL.execute(job);
    try {
      Row row = job.poll(TICK_MILLIS);
      while (row == null) {
        row = job.isGivenUp() ? job.poll(0) : job.poll(TICK_MILLIS);
      }
      return row;
    } catch (InterruptedException e) {
      job.stop();
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
      throw new IllegalStateException(e);
    }
  }
}
