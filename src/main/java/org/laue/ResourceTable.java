package org.laue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tables that come with the program as text: a row a line, comments behind {@code #}. */
public final class ResourceTable {
  private ResourceTable() {}

  /**
   * Lines that are neither blank nor comments, as they are.
   *
   * @param owner class beside which the table lies
   */
  public static List<String> lines(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rows of numbers, each with its own number before it and one blank between any two.
   *
   * @return [largest + 1][numbers of the row], null where the table has no row
   */
  public static double[][] numbered(Class<?> owner, String resource, int largest) {
    double[][] rows = new double[largest + 1][];
    for (String line : lines(owner, resource)) {
      String[] words = line.split(" ");
      rows[Integer.parseInt(words[0])] =
          Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray();
    }
    return rows;
  }
}
