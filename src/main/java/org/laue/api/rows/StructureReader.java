package org.laue.api.rows;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.laue.StoppedException;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ReadLimits;

/**
 * The structures of some files, one after the other, and what could not be used of them. Reading
 * runs ahead on a thread of its own, by a bounded number of atoms, so memory does not grow with the
 * files. No content of a file ends the iteration.
 */
public final class StructureReader implements Iterator<Reading>, AutoCloseable {
  /** Atoms that may have been read and not taken yet. */
  private static final int AHEAD = 1 << 20;

  /** What a reading costs beside its atoms, in atoms. */
  private static final int COST = 1 << 12;

  private static final Reading END = new Reading.Refused(-1, null);

  private final List<StructureSource> files;
  private final long first;
  private final long end;
  private final Configuration hadoop;
  private final ReadLimits limits;
  private final LinkedBlockingQueue<Reading> queue = new LinkedBlockingQueue<>();
  private final Semaphore space = new Semaphore(AHEAD);
  private final Thread thread;
  private volatile boolean closed;
  private long met;
  private Reading next;

  /** Begins to read. */
  public StructureReader(List<? extends StructureSource> files, Configuration hadoop) {
    this(files, 0, Long.MAX_VALUE, hadoop);
  }

  /**
   * Begins to read a slice of what there is.
   *
   * @param first of all readings, from 0
   * @param end the first reading behind the slice
   */
  public StructureReader(
      List<? extends StructureSource> files, long first, long end, Configuration hadoop) {
    this.files = List.copyOf(files);
    this.first = first;
    this.end = end;
    this.hadoop = hadoop;
    this.limits = ReadSettings.limits(hadoop);
    this.thread = new Thread(this::readAll, "laue-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether there is more; waits for it. */
  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        next = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoppedException.ifInterrupted();
    }
    return next != END;
  }

  /** Whether the end has been met; waits for what comes next for so long. */
  boolean isAtEnd(long milliseconds) throws InterruptedException {
    if (next == null) {
      next = queue.poll(milliseconds, TimeUnit.MILLISECONDS);
    }
    return next == END;
  }

  /** Whether {@link #next} would not wait. */
  boolean isReady() {
    return next != null && next != END;
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Reading reading = next;
    next = null;
    space.release(cost(reading));
    return reading;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private static int cost(Reading reading) {
    int atoms = reading instanceof Reading.Structure s ? s.parsed().atoms().atomCount() : 0;
    return Math.min(AHEAD, COST + atoms);
  }

  private void readAll() {
    try {
      StructureFiles formats = StructureFiles.of(limits, new NamedSpaceGroups());
      for (int i = 0; i < files.size() && !closed; i++) {
        new SourceReading(files.get(i), i, this::put).read(formats, hadoop);
      }
      queue.add(END);
    } catch (SourceReading.Enough e) {
      queue.add(END);
    }
  }

  /** Waits for space; ends the reading behind the slice. */
  private void put(Reading reading) {
    long number = met++;
    if (number < first) {
      return;
    }
    if (number >= end) {
      throw new SourceReading.Enough();
    }
    try {
      space.acquire(cost(reading));
    } catch (InterruptedException e) {
      throw new SourceReading.Enough();
    }
    if (closed) {
      throw new SourceReading.Enough();
    }
    queue.add(reading);
  }
}
