package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;
import org.laue.UserException;

/**
 * Lines of bounded length; ends are LF, CR LF or CR. A line that is too long is an error of that
 * line alone: the next call goes on behind it.
 */
public final class LineSource {
  private static final Pattern WIDE_BLANKS = Pattern.compile("[\u00a0\u2000-\u200a\u202f\u3000]");

  private final InputStream in;
  private final int maxLength;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private byte[] line = new byte[256];
  private int number;
  private long filled;
  private long start;
  private boolean afterCarriageReturn;
  private final Deque<String> ahead = new ArrayDeque<>(2);

  public LineSource(InputStream in, ReadLimits limits) {
    this(in, limits, 0);
  }

  /**
   * Lines from the middle of a text.
   *
   * @param before number of lines that stand before the first
   */
  public LineSource(InputStream in, ReadLimits limits, int before) {
    this.in = in;
    this.maxLength = limits.maxLineLength();
    this.number = before;
  }

  /** Number of the line that was returned last, from 1. */
  public int number() {
    return number - ahead.size();
  }

  /** Bytes before the line that was read last, also if it was too long. */
  public long start() {
    return start;
  }

  /** The next line without its end, or null after the last one. */
  public String next() throws IOException {
    return ahead.isEmpty() ? read() : ahead.pop();
  }

  /** Like {@link #next}, but the line stays. */
  public String peek() throws IOException {
    if (ahead.isEmpty()) {
      String line = read();
      if (line == null) {
        return null;
      }
      ahead.push(line);
    }
    return ahead.peek();
  }

  /** Puts back the line that was returned last. */
  public void back(String line) {
    ahead.push(line);
  }

  /** The next line; its absence is an error that says what was expected. */
  public String require(String expected) throws IOException {
    String line = next();
    if (line == null) {
      throw new UserException(
          "The file ends after line " + number + " where " + expected + " should follow");
    }
    return line;
  }

  /** An error at the line that was returned last. */
  public UserException error(String what) {
    return new UserException(what + " (line " + number() + ")");
  }

  /** Text from the file for a message, cut to a readable length. */
  public static String shown(String text) {
    String clean = text.strip().replaceAll("[\\p{Cntrl}\uFFFD]", "?");
    return "'" + (clean.length() > 60 ? clean.substring(0, 57) + "..." : clean) + "'";
  }

  private String read() throws IOException {
    if (afterCarriageReturn && fill() && buffer[next] == '\n') {
      next++;
    }
    afterCarriageReturn = false;
    if (!fill()) {
      return null;
    }
    number++;
    start = filled - (end - next);
    int length = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = next;
      while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
        stop++;
      }
      length = append(length, stop);
      ended = stop < end;
      afterCarriageReturn = ended && buffer[stop] == '\r';
      next = ended ? stop + 1 : stop;
    }
    if (length > maxLength) {
      throw new UserException(
          "Line " + number + " is longer than " + maxLength + " characters; is it a text file?");
    }
    return decode(length);
  }

  /** Keeps the bytes up to {@code stop}; beyond the limit only the fact that there are more. */
  private int append(int length, int stop) {
    int total = (int) Math.min((long) length + stop - next, maxLength + 1L);
    if (total <= maxLength) {
      if (total > line.length) {
        line = Arrays.copyOf(line, Math.max(total, 2 * line.length));
      }
      System.arraycopy(buffer, next, line, length, total - length);
    }
    return total;
  }

  private String decode(int length) {
    boolean mark = number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb;
    int start = mark ? 3 : 0;
    String text = new String(line, start, length - start, StandardCharsets.UTF_8);
    return text.length() == length - start ? text : plain(text);
  }

  /** Blanks and minus signs of web pages and word processors, as the keyboard has them. */
  private static String plain(String text) {
    return WIDE_BLANKS
        .matcher(text)
        .replaceAll(" ")
        .replace('\u2212', '-')
        .replace("\u200b", "")
        .replace("\ufeff", "");
  }

  private boolean fill() throws IOException {
    if (next == end) {
      end = Math.max(0, in.read(buffer));
      filled += end;
      next = 0;
    }
    return next < end;
  }
}
