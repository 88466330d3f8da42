package org.laue.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A filter that sees every byte in one place: {@link #read(byte[], int, int)}. */
abstract class BlockStream extends FilterInputStream {
  private static final int SKIPPED_AT_ONCE = 1 << 16;

  BlockStream(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] buffer, int offset, int length) throws IOException;

  @Override
  public final long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, SKIPPED_AT_ONCE)).length;
  }

  @Override
  public final boolean markSupported() {
    return false;
  }
}
