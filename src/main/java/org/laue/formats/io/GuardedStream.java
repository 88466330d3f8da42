package org.laue.formats.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/** Unpacked bytes, with an eye on how many they have become. */
final class GuardedStream extends FilterInputStream {
  private static final long JUDGED_FROM = 64L << 20;

  private final LongSupplier packedBytes;
  private final ReadLimits limits;
  private long unpacked;

  GuardedStream(InputStream unpacking, LongSupplier packedBytes, ReadLimits limits) {
    super(unpacking);
    this.packedBytes = packedBytes;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      unpacked += Math.max(0, count);
      check();
      return count;
    } catch (ZipException | EOFException e) {
      throw new UnusableSourceException(
          "Packed data are damaged or end early, after "
              + unpacked
              + " unpacked bytes ("
              + e.getMessage()
              + "); fetch the file again",
          e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws UnusableSourceException {
    if (unpacked > limits.maxUnpackedBytes()) {
      throw tooLarge("more than " + limits.maxUnpackedBytes() + " bytes");
    }
    if (unpacked > JUDGED_FROM && unpacked > limits.maxExpansion() * packedBytes.getAsLong()) {
      throw tooLarge("more than " + limits.maxExpansion() + " times its size");
    }
  }

  private static UnusableSourceException tooLarge(String size) {
    return new UnusableSourceException(
        "Packed file grows to " + size + "; if that is right, unpack it first");
  }
}
