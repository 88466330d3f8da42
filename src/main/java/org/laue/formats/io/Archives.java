package org.laue.formats.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Walks through the files of zip and tar archives. Links and special files are passed over. */
final class Archives {
  private static final int BLOCK = 512;
  private static final int MAX_NAME_BYTES = 1 << 16;

  /** Takes one entry; what it leaves unread is skipped. */
  interface Entries {
    void entry(String name, InputStream content) throws IOException;
  }

  private Archives() {}

  static void zip(InputStream in, UnaryOperator<InputStream> guard, Entries entries)
      throws IOException {
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        InputStream content = guard.apply(zip);
        entries.entry(entry.getName(), content);
        skipAll(content);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new UnusableSourceException("Damaged zip archive (" + e.getMessage() + ")", e);
    }
  }

  /** POSIX ustar with the long names of GNU tar and of pax headers. */
  static void tar(InputStream in, Entries entries) throws IOException {
    String longName = null;
    for (byte[] header = block(in); header != null; header = block(in)) {
      long size = octal(header, 124, 12);
      byte type = header[156];
      TarContent content = new TarContent(in, size);
      if (type == 'L') {
        longName = text(content.readNBytes(MAX_NAME_BYTES)).replace("\0", "");
      } else if (type == 'x') {
        longName = paxPath(text(content.readNBytes(MAX_NAME_BYTES)), longName);
      } else if (type == '0' || type == 0) {
        entries.entry(longName == null ? ustarName(header) : longName, content);
        longName = null;
      }
      skipAll(content);
      in.readNBytes((int) ((BLOCK - size % BLOCK) % BLOCK));
    }
  }

  private static byte[] block(InputStream in) throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    return block.length < BLOCK || block[0] == 0 ? null : block;
  }

  private static String ustarName(byte[] header) {
    String prefix = field(header, 345, 155);
    String name = field(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String paxPath(String records, String otherwise) {
    for (String line : records.lines().toList()) {
      int key = line.indexOf(" path=");
      if (key >= 0) {
        return line.substring(key + 6);
      }
    }
    return otherwise;
  }

  private static long octal(byte[] header, int offset, int length) throws IOException {
    String digits = field(header, offset, length).trim();
    if (!digits.matches("[0-7]{1,11}")) {
      throw new UnusableSourceException("Damaged tar archive: entry size '" + digits + "'");
    }
    return Long.parseLong(digits, 8);
  }

  private static String field(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void skipAll(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    int read = 0;
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  /** The content of one tar entry. */
  private static final class TarContent extends FilterInputStream {
    private long left;

    TarContent(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0 || length == 0) {
        return left == 0 ? -1 : 0;
      }
      int read = super.read(buffer, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new UnusableSourceException("The tar archive ends within an entry; fetch it again");
      }
      left -= read;
      return read;
    }
  }
}
