package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stored file, plain or packed with bzip2, in chunks: those of {@code [0, a)}, {@code [a, b)} and
 * so on, one after the other, are its plain bytes.
 */
public final class StoredChunks {
  /** Bound of a chunk that goes to the end of the file. */
  public static final long END = Long.MAX_VALUE;

  /** Opens a file in the middle. */
  @FunctionalInterface
  public interface Opener {
    /**
     * @param offset of the first byte, from 0
     */
    InputStream from(long offset) throws IOException;
  }

  private final Opener file;
  private final int bzip2;
  private final ReadLimits limits;

  /**
   * @param bzip2 its level, 0 where the file is plain
   */
  public StoredChunks(Opener file, int bzip2, ReadLimits limits) {
    this.file = file;
    this.bzip2 = bzip2;
    this.limits = limits;
  }

  /** The plain bytes of a chunk of stored bytes. */
  InputStream open(long from, long to) throws IOException {
    InputStream stored = file.from(from);
    return bzip2 == 0
        ? new RangeStream(stored, to == END ? END : to - from)
        : new Bzip2Chunk(stored, from, to, bzip2, limits.maxExpansion());
  }
}
