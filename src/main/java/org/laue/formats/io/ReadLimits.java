package org.laue.formats.io;

import org.laue.UserException;

/**
 * How much a reader takes before it calls a file broken. They bound memory, so that no small file
 * can exhaust it.
 *
 * @param maxAtoms atoms of one structure
 * @param maxLineLength characters of one line, or bytes of one JSON string or number
 * @param maxUnpackedBytes bytes that one compressed file may unpack to
 * @param maxExpansion unpacked size over packed size; judged from 64 MiB of unpacked data on
 */
public record ReadLimits(
    int maxAtoms, int maxLineLength, long maxUnpackedBytes, double maxExpansion) {
  /** 2 million atoms, lines of 1 MiB, 256 GiB unpacked, 250-fold expansion. */
  public static final ReadLimits DEFAULT = new ReadLimits(2_000_000, 1 << 20, 1L << 38, 250);

  public ReadLimits {
    if (maxAtoms < 1 || maxLineLength < 1 || maxUnpackedBytes < 1 || !(maxExpansion >= 1)) {
      throw new UserException(
          "Read limits must be positive, were "
              + maxAtoms
              + " atoms, "
              + maxLineLength
              + " characters, "
              + maxUnpackedBytes
              + " bytes, "
              + maxExpansion
              + "-fold expansion");
    }
  }
}
