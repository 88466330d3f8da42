package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes as stored. Counts those that were taken, and remembers whether the storage failed, so
 * that its failures and damaged contents are not taken for each other.
 */
final class StoredStream extends BlockStream {
  private long count;
  private IOException failure;

  StoredStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /**
   * An error of unpacking as the fault of the content, unless the storage failed before it.
   *
   * @param what is damaged, and where
   * @throws IOException the storage's own failure
   */
  UnusableSourceException damage(String what, Exception e) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (e instanceof UnusableSourceException known) {
      return known;
    }
    String why = e.getMessage() == null ? "it ends early" : e.getMessage();
    return new UnusableSourceException(what + " (" + why + "); fetch the file again", e);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = in.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
