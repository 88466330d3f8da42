package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, with an eye on how many they have become. */
final class GuardedStream extends BlockStream {
  private static final long JUDGED_FROM = 64L << 20;

  private final StoredStream stored;
  private final long storedBefore;
  private final ReadLimits limits;
  private long unpacked;

  GuardedStream(InputStream unpacking, StoredStream stored, ReadLimits limits) {
    super(unpacking);
    this.stored = stored;
    this.storedBefore = stored.count();
    this.limits = limits;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = in.read(buffer, offset, length);
      unpacked += Math.max(0, count);
      check();
      return count;
    } catch (IOException | RuntimeException e) {
      throw stored.damage(
          "Packed data are damaged or end early, after " + unpacked + " unpacked bytes", e);
    }
  }

  private void check() throws UnusableSourceException {
    if (unpacked > limits.maxUnpackedBytes()) {
      throw tooLarge("more than " + limits.maxUnpackedBytes() + " bytes");
    }
    long packed = Math.max(1, stored.count() - storedBefore);
    if (unpacked > JUDGED_FROM && unpacked > limits.maxExpansion() * packed) {
      throw tooLarge("more than " + limits.maxExpansion() + " times its size");
    }
  }

  private static UnusableSourceException tooLarge(String size) {
    return new UnusableSourceException(
        "Packed file grows to " + size + "; if that is right, unpack it first");
  }
}
