package org.laue.formats.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Unpacks the blocks of bzip2 that begin in a range of stored bytes. Blocks begin at any bit, with
 * 48 bits that are hardly ever met elsewhere; each is unpacked as a file of its own, so that its
 * check sum is tested. Check sums of whole streams go over ranges: see {@link #isWhole}.
 */
final class Bzip2Chunk extends BlockStream {
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;
  private static final long MARK = (1L << 48) - 1;
  private static final int MARK_BITS = 48;
  private static final int SUM_BITS = 32;
  private static final int HEADER = 4;

  /** No 900,000 bytes are packed to more. */
  private static final int MOST_PACKED = 2 << 20;

  /** Tells the sum of a stream's end from that of a block. */
  private static final long OF_END = 1L << 32;

  private final long to;
  private final double maxExpansion;

  /** Begins every stream; one of another level is not for several readers. */
  private final byte[] header;

  private final List<Long> sums = new ArrayList<>();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

  /** The last eight bytes taken. */
  private long window;

  /** Stored bytes before the next one. */
  private long offset;

  /** First bit at which the next mark may begin. */
  private long from;

  /** First bit of the mark that was found and not used yet, or -1. */
  private long mark = -1;

  private boolean ended;
  private InputStream block = InputStream.nullInputStream();
  private long blockBytes;
  private long blockUnpacked;
  private long unpacked;

  /**
   * @param stored bytes from {@code from} on; closed with this
   * @param to first stored byte that no longer belongs to the range
   * @param level 1 to 9: a block has at most so many times 100,000 bytes
   * @param maxExpansion unpacked size of a block over its packed size
   */
  Bzip2Chunk(InputStream stored, long from, long to, int level, double maxExpansion)
      throws IOException {
    super(new BufferedInputStream(stored, 1 << 16));
    this.offset = from;
    this.to = to;
    this.maxExpansion = maxExpansion;
    this.header = new byte[] {'B', 'Z', 'h', (byte) ('0' + level)};
    if (from == 0) {
      header();
    } else {
      // The first block of a file belongs to its first byte.
      this.from = 8 * Math.max(from, HEADER + 1);
      find();
    }
  }

  /** How many bytes were unpacked. */
  long unpacked() {
    return unpacked;
  }

  /** Check sums of what was met, in order, for {@link #isWhole}. */
  List<Long> sums() {
    return sums;
  }

  /**
   * Whether blocks and ends of streams follow each other as the streams' own check sums demand.
   *
   * @param sums of all ranges of a file in order
   */
  static boolean isWhole(List<Long> sums) {
    int sum = 0;
    boolean atEnd = false;
    for (long next : sums) {
      atEnd = next >= OF_END;
      if (atEnd && (int) next != sum) {
        return false;
      }
      sum = atEnd ? 0 : Integer.rotateLeft(sum, 1) ^ (int) next;
    }
    return atEnd;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    while (true) {
      int count = unpack(buffer, start, length);
      if (count >= 0) {
        unpacked += count;
        blockUnpacked += count;
        return count;
      }
      if (blockUnpacked > maxExpansion * blockBytes) {
        throw new UnusableSourceException(
            "A packed block grows to more than " + maxExpansion + " times its size");
      }
      if (!nextBlock()) {
        return -1;
      }
    }
  }

  private int unpack(byte[] buffer, int start, int length) throws IOException {
    try {
      return block.read(buffer, start, length);
    } catch (IOException | RuntimeException e) {
      throw damaged("block before byte " + offset, e);
    }
  }

  private static UnusableSourceException damaged(String what, Exception e) {
    return new UnusableSourceException("Packed data are damaged (" + what + ")", e);
  }

  /** Goes to the next block of the range; false if there is none. */
  private boolean nextBlock() throws IOException {
    while (!ended && mark >= 0 && first(mark) < to) {
      if (kind() == BLOCK) {
        open();
        return true;
      }
      end();
    }
    ended = true;
    return false;
  }

  /** The byte that a mark's first bit counts to. */
  private static long first(long bit) {
    return bit == 8L * HEADER ? 0 : bit / 8;
  }

  private long kind() {
    return window >>> 8 * offset - mark - MARK_BITS & MARK;
  }

  /** Takes the bits of a block up to the next mark and opens them. */
  private void open() throws IOException {
    long start = mark;
    packed.reset();
    for (long at = start / 8; at < offset; at++) {
      packed.write((int) (window >>> 8 * (offset - 1 - at)));
    }
    from = start + MARK_BITS;
    if (!find()) {
      throw new UnusableSourceException("Packed data end early");
    }
    byte[] framed = framed(packed.toByteArray(), (int) (start % 8), (int) (mark - start));
    blockBytes = framed.length;
    blockUnpacked = 0;
    try {
      block = new BZip2CompressorInputStream(new ByteArrayInputStream(framed));
    } catch (IOException | RuntimeException e) {
      throw damaged("block before byte " + offset, e);
    }
  }

  /** A block as a file of its own. */
  private byte[] framed(byte[] bytes, int shift, int bits) {
    byte[] file = Arrays.copyOf(header, HEADER + (bits + MARK_BITS + SUM_BITS + 7) / 8);
    for (int i = 0; 8 * i < bits; i++) {
      int next = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
      file[HEADER + i] = (byte) ((bytes[i] << 8 | next) >>> 8 - shift);
    }
    long sum = 0;
    for (int i = 0; i < SUM_BITS / 8; i++) {
      sum = sum << 8 | file[HEADER + MARK_BITS / 8 + i] & 0xff;
    }
    sums.add(sum);
    put(file, 8 * HEADER + bits, END, MARK_BITS);
    put(file, 8 * HEADER + bits + MARK_BITS, sum, SUM_BITS);
    return file;
  }

  private static void put(byte[] file, int at, long value, int bits) {
    for (int i = 0; i < bits; i++) {
      int place = 7 - (at + i) % 8;
      long bit = value >>> bits - 1 - i & 1;
      file[(at + i) / 8] = (byte) (file[(at + i) / 8] & ~(1 << place) | bit << place);
    }
  }

  /** Takes the end of a stream: its sum, and the header of the next one where there is one. */
  private void end() throws IOException {
    long behind = mark + MARK_BITS + SUM_BITS;
    while (8 * offset < behind) {
      if (!append(in.read())) {
        throw new UnusableSourceException("Packed data end early");
      }
    }
    sums.add(OF_END | window >>> 8 * offset - behind & OF_END - 1);
    in.mark(1);
    if (in.read() < 0) {
      ended = true;
      return;
    }
    in.reset();
    header();
  }

  /** Takes the header of a stream, behind which a mark must follow. */
  private void header() throws IOException {
    byte[] bytes = in.readNBytes(HEADER);
    offset += bytes.length;
    from = 8 * offset;
    if (!Arrays.equals(bytes, header) || !find() || mark != from) {
      throw new UnusableSourceException("Packed data are followed by others");
    }
  }

  /** Goes to the next mark; false if there is none. */
  private boolean find() throws IOException {
    while (!found()) {
      int next = in.read();
      if (!append(next)) {
        mark = -1;
        return false;
      }
      packed.write(next);
      if (packed.size() > MOST_PACKED) {
        throw new UnusableSourceException("No block begins before byte " + offset);
      }
    }
    return true;
  }

  private boolean found() {
    for (int behind = 7; behind >= 0; behind--) {
      long bits = window >>> behind & MARK;
      long start = 8 * offset - behind - MARK_BITS;
      if ((bits == BLOCK || bits == END) && start >= from) {
        mark = start;
        return true;
      }
    }
    return false;
  }

  private boolean append(int next) {
    if (next < 0) {
      return false;
    }
    window = window << 8 | next;
    offset++;
    return true;
  }
}
