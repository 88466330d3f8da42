package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream. */
final class RangeStream extends BlockStream {
  private long left;

  RangeStream(InputStream in, long bytes) {
    super(in);
    this.left = bytes;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left <= 0 && length > 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
