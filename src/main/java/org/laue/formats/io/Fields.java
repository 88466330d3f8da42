package org.laue.formats.io;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.laue.UserException;

/** The words of a line. */
public final class Fields {
  private Fields() {}

  public static List<String> of(String line) {
    StringTokenizer tokens = new StringTokenizer(line);
    List<String> words = new ArrayList<>(8);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  /**
   * The words of an atom's line.
   *
   * @param columns that it must have at least
   */
  public static List<String> ofAtom(String line, int columns) {
    List<String> words = of(line);
    if (words.size() < columns) {
      throw new UserException(
          "An atom needs "
              + columns
              + " columns, has "
              + words.size()
              + ": "
              + LineSource.shown(line));
    }
    return words;
  }

  /**
   * Three numbers from word {@code first} on.
   *
   * @param what they stand for, for the message
   */
  public static double[] vector(List<String> words, int first, String what) {
    if (words.size() < first + 3) {
      throw new UserException(
          what + " needs 3 numbers, was " + LineSource.shown(String.join(" ", words)));
    }
    return new double[] {
      Numbers.parse(words.get(first), what),
      Numbers.parse(words.get(first + 1), what),
      Numbers.parse(words.get(first + 2), what)
    };
  }
}
