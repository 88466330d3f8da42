package org.laue.formats.io;

import java.util.LinkedHashMap;
import java.util.Map;
import org.laue.UserException;

/**
 * The {@code key=value} words of an extended XYZ comment. Keys and values may stand in quotes
 * (backslash escapes) or, values, in brackets or braces; a key alone is true.
 */
public final class KeyValues {
  private final String text;
  private int at;

  public KeyValues(String text) {
    this.text = text;
  }

  public static boolean parseable(String text) {
    try {
      new KeyValues(text).parse();
      return true;
    } catch (UserException e) {
      return false;
    }
  }

  public Map<String, String> parse() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (skipBlank(); at < text.length(); skipBlank()) {
      String key = isQuote(text.charAt(at)) ? quoted() : until("=");
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        pairs.put(key, value());
      } else {
        pairs.put(key, "T");
      }
    }
    return pairs;
  }

  private String value() {
    if (at == text.length()) {
      return "";
    }
    char first = text.charAt(at);
    if (isQuote(first)) {
      return quoted();
    }
    if (first == '{') {
      return closedBy('{', '}');
    }
    return first == '[' ? closedBy('[', ']') : until("");
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private String quoted() {
    char quote = text.charAt(at);
    StringBuilder value = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        value.append(text.charAt(++i));
      } else if (c == quote) {
        at = i + 1;
        return value.toString();
      } else {
        value.append(c);
      }
    }
    throw new UserException("Comment line has an open quote: " + LineSource.shown(tail()));
  }

  private String closedBy(char open, char close) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      if (depth == 0) {
        String value = text.substring(at + 1, i).strip();
        at = i + 1;
        return value;
      }
    }
    throw new UserException("Comment line has an open bracket: " + LineSource.shown(tail()));
  }

  private String tail() {
    return text.substring(at);
  }

  private String until(String stops) {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
