package org.laue.api.rows;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.security.AccessControlException;
import org.laue.StoppedException;
import org.laue.UserException;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.ReadLimits;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;

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
        read(formats, i);
      }
      queue.add(END);
    } catch (Closed e) {
      queue.add(END);
    }
  }

  private void read(StructureFiles formats, int index) {
    StructureSource file = files.get(index);
    Placing sink = new Placing(index, file.source());
    try (InputStream in = file.open(hadoop)) {
      formats.read(file.source(), file.format(), in, sink);
    } catch (UserException e) {
      sink.refuse(e.getMessage());
    } catch (IOException e) {
      if (isItsOwnFault(e)) {
        sink.refuse(cannot(e));
      } else {
        sink.broken(cannot(e), e);
      }
    } catch (OutOfMemoryError e) {
      sink.refuse(RowEngine.TOO_LARGE);
    } catch (Closed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      sink.broken(RowEngine.OURS + e, e);
    }
  }

  private static String cannot(IOException e) {
    boolean bare = e.getMessage() == null || e instanceof FileSystemException;
    return "Cannot be read: " + (bare ? reason(e) : e.getMessage());
  }

  /** Of the failures whose message is the file's name, or nothing. */
  private static String reason(IOException e) {
    if (String.valueOf(e.getMessage()).indexOf('\uFFFD') >= 0) {
      return "its name holds bytes that are no UTF-8; rename it";
    }
    if (e instanceof NoSuchFileException) {
      return "it is no longer there";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.toString();
  }

  /** Any other failure of the storage may pass. */
  private static boolean isItsOwnFault(IOException e) {
    return e instanceof FileNotFoundException
        || e instanceof FileSystemException
        || e instanceof AccessControlException
        || e instanceof ChecksumException
        || e instanceof EOFException;
  }

  /** Unwinds a format's reader; not a {@link UserException}, which readers may catch. */
  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed() {
      super(null, null, false, false);
    }
  }

  /** Hands over what a format finds and remembers how far it came. */
  private final class Placing implements StructureSink {
    private final int index;
    private String source;
    private int position;

    Placing(int index, String source) {
      this.index = index;
      this.source = source;
    }

    @Override
    public void accept(ParsedStructure structure) {
      at(structure.source(), structure.position());
      put(new Reading.Structure(index, structure));
    }

    @Override
    public void reject(Reject reject) {
      at(reject.source(), reject.position());
      put(new Reading.Refused(index, reject));
    }

    void refuse(String reason) {
      put(new Reading.Refused(index, here(reason)));
    }

    void broken(String reason, Throwable cause) {
      put(new Reading.Broken(index, here(reason), cause));
    }

    private Reject here(String reason) {
      return new Reject(source, position == 0 ? 0 : position + 1, reason);
    }

    private void at(String where, int number) {
      source = where;
      position = number;
    }

    private void put(Reading reading) {
      long number = met++;
      if (number < first) {
        return;
      }
      if (number >= end) {
        throw new Closed();
      }
      try {
        space.acquire(cost(reading));
      } catch (InterruptedException e) {
        throw new Closed();
      }
      if (closed) {
        throw new Closed();
      }
      queue.add(reading);
    }
  }
}
