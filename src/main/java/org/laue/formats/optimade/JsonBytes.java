package org.laue.formats.optimade;

import java.io.IOException;
import java.io.InputStream;
import org.laue.formats.io.ReadLimits;

/**
 * JSON bytes on their way to the parser: all of them, or one line after the other. A string, number
 * or gap longer than the limit ends in an error before the parser has to keep it.
 */
final class JsonBytes extends InputStream {
  private final InputStream in;
  private final boolean byLine;
  private final int maxToken;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private boolean lineEnded;
  private boolean inString;
  private boolean escaped;
  private int run;
  private int line;
  private long filled;

  JsonBytes(InputStream in, boolean byLine, ReadLimits limits) {
    this(in, byLine, limits, 0);
  }

  /**
   * @param before number of lines that stand before the first
   */
  JsonBytes(InputStream in, boolean byLine, ReadLimits limits, int before) {
    this.line = before;
    this.in = in;
    this.byLine = byLine;
    this.maxToken = limits.maxLineLength();
    this.lineEnded = byLine;
  }

  /** Number of the current line, from 1; counted only when reading by line. */
  int line() {
    return line;
  }

  /** Bytes before the one that comes next. */
  long taken() {
    return filled - (end - next);
  }

  /** Skips what is left of the current line; false if there is no further one. */
  boolean nextLine() throws IOException {
    while (!lineEnded && fill()) {
      while (next < end && !lineEnded) {
        lineEnded = buffer[next++] == '\n';
      }
    }
    if (!fill()) {
      return false;
    }
    line++;
    lineEnded = false;
    inString = false;
    escaped = false;
    run = 0;
    return true;
  }

  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
      filled += end;
    }
    return next < end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (lineEnded || !fill()) {
      return -1;
    }
    int start = next;
    int stop = Math.min(end, next + length);
    while (next < stop) {
      byte b = buffer[next];
      if (b == '\n' && byLine) {
        break;
      }
      watch(b);
      next++;
    }
    int count = next - start;
    System.arraycopy(buffer, start, target, offset, count);
    if (next < stop) {
      next++;
      lineEnded = true;
    }
    return count == 0 ? -1 : count;
  }

  private void watch(byte b) throws IOException {
    if (b == '"' && !escaped) {
      inString = !inString;
      run = 0;
    } else if (!inString && (b == ',' || b == ':' || b == '[' || b == '{')) {
      run = 0;
    } else if (++run > maxToken) {
      throw new TokenTooLongException(maxToken);
    }
    escaped = inString && b == '\\' && !escaped;
  }

  /** A single JSON token that no structure has. */
  static final class TokenTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TokenTooLongException(int limit) {
      super("a string, number or gap of more than " + limit + " bytes");
    }
  }
}
