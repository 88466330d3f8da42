package org.laue.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.laue.UserException;

/**
 * Lines of bounded length; ends are LF, CR LF or CR. A line that is too long is an error of that
 * line alone: the next call goes on behind it.
 */
final class LineSource {
  private final InputStream in;
  private final int maxLength;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private byte[] line = new byte[256];
  private int number;
  private boolean afterCarriageReturn;
  private String peeked;

  LineSource(InputStream in, ReadLimits limits) {
    this.in = in;
    this.maxLength = limits.maxLineLength();
  }

  /** Number of the line that was returned last, from 1. */
  int number() {
    return peeked == null ? number : number - 1;
  }

  /** The next line without its end, or null after the last one. */
  String next() throws IOException {
    String line = peek();
    peeked = null;
    return line;
  }

  /** Like {@link #next}, but the line stays. */
  String peek() throws IOException {
    if (peeked == null) {
      peeked = read();
    }
    return peeked;
  }

  /** The next line that is not blank, or null after the last one. */
  String nextFilled() throws IOException {
    String line = next();
    while (line != null && line.isBlank()) {
      line = next();
    }
    return line;
  }

  /** The next line; its absence is an error that says what was expected. */
  String require(String expected) throws IOException {
    String line = next();
    if (line == null) {
      throw new UserException(
          "The file ends after line " + number + " where " + expected + " should follow");
    }
    return line;
  }

  /** An error at the line that was returned last. */
  UserException error(String what) {
    return new UserException(what + " (line " + number() + ")");
  }

  /** Text from the file for a message, cut to a readable length. */
  static String shown(String text) {
    String clean = text.strip().replaceAll("[\\p{Cntrl}\uFFFD]", "?");
    return "'" + (clean.length() > 60 ? clean.substring(0, 57) + "..." : clean) + "'";
  }

  private String read() throws IOException {
    int length = 0;
    int b = nextByte();
    if (b == '\n' && afterCarriageReturn) {
      b = nextByte();
    }
    if (b < 0) {
      return null;
    }
    number++;
    while (b >= 0 && b != '\n' && b != '\r') {
      if (length == line.length && length < maxLength) {
        line = Arrays.copyOf(line, Math.min(maxLength, 2 * length));
      }
      if (length < line.length) {
        line[length] = (byte) b;
      }
      length = Math.min(length + 1, maxLength + 1);
      b = nextByte();
    }
    afterCarriageReturn = b == '\r';
    if (length > maxLength) {
      throw new UserException(
          "Line " + number + " is longer than " + maxLength + " characters; is it a text file?");
    }
    return decode(length);
  }

  private String decode(int length) {
    boolean mark = number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb;
    int start = mark ? 3 : 0;
    return new String(line, start, length - start, StandardCharsets.UTF_8);
  }

  private int nextByte() throws IOException {
    if (next == end) {
      end = Math.max(0, in.read(buffer));
      next = 0;
      if (end == 0) {
        return -1;
      }
    }
    return buffer[next++] & 0xff;
  }
}
