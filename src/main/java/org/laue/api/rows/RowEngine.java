package org.laue.api.rows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.laue.StoppedException;
import org.laue.formats.io.Reject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One row for each thing that a reader comes upon, in the order of reading, computed by some
 * threads. A structure that takes longer than the limit, or on which the program fails, costs its
 * own row and no other. Memory is bounded by the atoms in flight.
 */
public final class RowEngine implements Iterator<Row>, AutoCloseable {
  /** Begins the error of a row whose fault is the program's. */
  public static final String OURS = "A fault of ours, please report it: ";

  static final String TOO_LARGE =
      "Needs more memory than this process has; raise LAUE_MEMORY, or cut out a piece";

  private static final Logger LOG = LoggerFactory.getLogger(RowEngine.class);
  private static final int IN_FLIGHT_PER_THREAD = 64;
  private static final int ATOMS_IN_FLIGHT = 1 << 22;
  private static final int TICK_MILLIS = 20;

  private final RowFunction function;
  private final Duration limit;
  private final StructureReader reader;
  private final ThreadPoolExecutor pool;
  private final int most;
  private final Queue<Pending> pending = new ArrayDeque<>();
  private long atoms;

  /** A row that is there, or one that is being made. */
  private record Pending(Row row, RowJob job) {
    boolean isDone() {
      return job == null || job.isDone();
    }
  }

  /**
   * Begins.
   *
   * @param threads that compute
   * @param limit time for one structure
   * @param reader closed with the engine
   */
  public RowEngine(RowFunction function, int threads, Duration limit, StructureReader reader) {
    this.function = function;
    this.limit = limit;
    this.reader = reader;
    this.most = threads * IN_FLIGHT_PER_THREAD;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            RowJob::daemon);
  }

  /** Whether there is another row; waits until that is known. */
  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || reader.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
      throw new IllegalStateException(e);
    }
  }

  /** Reads ahead as far as memory allows while the oldest row is made. */
  private Row take() throws InterruptedException {
    while (pending.isEmpty() || !pending.peek().isDone()) {
      boolean full = pending.size() >= most || atoms > ATOMS_IN_FLIGHT;
      if (!full && !reader.isAtEnd(pending.isEmpty() ? TICK_MILLIS : 0) && reader.isReady()) {
        submit(reader.next());
      } else if (!pending.isEmpty()) {
        watch(pending.peek().job());
      }
    }
    Pending oldest = pending.remove();
    if (oldest.job() == null) {
      return oldest.row();
    }
    atoms -= oldest.job().atoms();
    return oldest.job().poll(TICK_MILLIS);
  }

  private void watch(RowJob job) throws InterruptedException {
    if (job.poll(TICK_MILLIS) == null && job.isGivenUp()) {
      pool.setCorePoolSize(pool.getCorePoolSize() + 1);
    }
  }

  private void submit(Reading reading) {
    if (reading instanceof Reading.Structure structure) {
      RowJob job = new RowJob(function, structure.parsed(), limit);
      atoms += job.atoms();
      pending.add(new Pending(null, job));
      pool.execute(job);
    } else if (reading instanceof Reading.Unread unread) {
      pending.add(new Pending(failed(unread, function), null));
    }
  }

  /** The row of what could not be read. */
  static Row failed(Reading.Unread reading, RowFunction function) {
    boolean ours = reading instanceof Reading.Broken broken && !isStorage(broken);
    Reject place = reading.reject();
    if (ours) {
      LOG.error("{}: not read", place.source(), ((Reading.Broken) reading).cause());
    }
    return Row.failed(
        place.source(), place.position(), function.columns().size(), place.reason(), ours);
  }

  private static boolean isStorage(Reading.Broken broken) {
    return broken.cause() instanceof java.io.IOException;
  }

  @Override
  public void close() {
    reader.close();
    pool.shutdownNow();
  }
}
