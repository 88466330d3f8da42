package org.laue.formats.cif;

import java.io.IOException;
import org.laue.UserException;
import org.laue.formats.io.FileNames;
import org.laue.formats.io.LineSource;

/**
 * Splits CIF text into tokens, by the lexical rules of Hall, Allen and Brown (1991), Acta Cryst.
 * A47, 655 (CIF 1.1). Line by line, so that only one token is kept.
 */
final class CifTokenizer {
  /** What a token is. */
  enum Kind {
    DATA,
    LOOP,
    TAG,
    /** Bare word; {@code .} and {@code ?} have their meaning only here. */
    WORD,
    /** Quoted or in a text field: taken as it stands. */
    QUOTED,
    END
  }

  /** Longest text field that is kept; journals put whole reflection lists into one. */
  private static final int MAX_TEXT = 1 << 16;

  private final LineSource lines;
  private String line = "";
  private int at;
  private Kind kind = Kind.END;
  private String text = "";

  CifTokenizer(LineSource lines) {
    this.lines = lines;
  }

  /** The current token's text: name of the data block, tag in lower case, or value. */
  String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  boolean isValue() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  int lineNumber() {
    return lines.number();
  }

  /** Goes to the next token. */
  Kind next() throws IOException {
    kind = Kind.WORD;
    text = "";
    while (true) {
      skipBlank();
      if (at < line.length() && line.charAt(at) != '#') {
        kind = token();
        return kind;
      }
      line = lines.next();
      at = 0;
      if (line == null) {
        line = "";
        text = "";
        kind = Kind.END;
        return kind;
      }
      if (line.startsWith(";")) {
        kind = textField();
        return kind;
      }
    }
  }

  /** Gives up the rest of the current line. */
  void dropLine() {
    at = line.length();
  }

  private void skipBlank() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
  }

  private Kind token() {
    char first = line.charAt(at);
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    int start = at;
    while (at < line.length() && line.charAt(at) > ' ') {
      at++;
    }
    String word = line.substring(start, at);
    if (first == '_') {
      text = FileNames.lower(word).replace('.', '_');
      return Kind.TAG;
    }
    String lower =
        word.length() > 5 ? FileNames.lower(word.substring(0, 5)) : FileNames.lower(word);
    if (lower.equals("data_")) {
      text = word.substring(5) + restOfName();
      return Kind.DATA;
    }
    text = word;
    return word.equalsIgnoreCase("loop_") ? Kind.LOOP : Kind.WORD;
  }

  /** Words behind the name of a data block belong to it, though names may have no blanks. */
  private String restOfName() {
    StringBuilder rest = new StringBuilder();
    for (skipBlank(); at < line.length() && "_#;'\"".indexOf(line.charAt(at)) < 0; skipBlank()) {
      int start = at;
      while (at < line.length() && line.charAt(at) > ' ') {
        at++;
      }
      String word = line.substring(start, at);
      if (word.equalsIgnoreCase("loop_")) {
        at = start;
        break;
      }
      rest.append(' ').append(word);
    }
    return rest.toString();
  }

  /** A quote ends a value only where a blank or the line's end follows. */
  private Kind quoted(char quote) {
    for (int i = at + 1; i < line.length(); i++) {
      boolean last = i + 1 == line.length() || line.charAt(i + 1) <= ' ';
      if (line.charAt(i) == quote && last) {
        text = line.substring(at + 1, i);
        at = i + 1;
        return Kind.QUOTED;
      }
    }
    String rest = line.substring(at);
    at = line.length();
    throw new UserException(
        "Quote is not closed: " + LineSource.shown(rest) + " (line " + lineNumber() + ")");
  }

  /** Text between a line that begins with a semicolon and the next such line. */
  private Kind textField() throws IOException {
    int begin = lineNumber();
    StringBuilder value = new StringBuilder(line.substring(1));
    for (line = lines.next(); line != null && !line.startsWith(";"); line = lines.next()) {
      if (value.length() + line.length() < MAX_TEXT) {
        value.append('\n').append(line);
      }
    }
    if (line == null) {
      line = "";
      throw new UserException("Text that begins with ; in line " + begin + " is not closed");
    }
    at = 1;
    text = value.toString().strip();
    return Kind.QUOTED;
  }
}
