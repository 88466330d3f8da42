package org.laue.symmetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * What Spglib 2.0.2 answers, from a table beside the tests: one line a question, its name and the
 * answer. {@code -Dlaue.spglib=live} asks Debian's libsymspg1 instead; {@code write} asks it and
 * writes the table again.
 */
public final class SpglibAnswers {
  private static final String MODE = System.getProperty("laue.spglib", "table");
  private static final Path RESOURCES = Path.of("src/test/resources/org/laue/symmetry");

  private final String table;
  private final Map<String, String> answers = new TreeMap<>();

  private SpglibAnswers(String table) {
    this.table = table;
  }

  /** The answers in one table; without questions when they are to be written again. */
  public static SpglibAnswers of(String table) {
    SpglibAnswers all = new SpglibAnswers(table);
    if (!MODE.equals("write")) {
      all.read();
    }
    return all;
  }

  private void read() {
    try (InputStream in = SpglibAnswers.class.getResourceAsStream(table)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .forEach(cells -> answers.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param question a name that no other question of the table has
   * @param library asks libsymspg
   */
  public String to(String question, Supplier<String> library) {
    if (MODE.equals("table")) {
      if (!answers.containsKey(question)) {
        throw new AssertionError(
            "%s has no answer to '%s'; write it again with -Dlaue.spglib=write"
                .formatted(table, question));
      }
      return answers.get(question);
    }
    Assumptions.assumeTrue(
        Spglib.isInstalled(),
        "libsymspg.so.1 (Debian: libsymspg1) is not installed; nothing to ask");
    String answer = library.get();
    answers.put(question, answer);
    return answer;
  }

  /** Writes the table if that was asked for. */
  public void keep() throws IOException {
    if (MODE.equals("write")) {
      Files.writeString(
          RESOURCES.resolve(table),
          answers.entrySet().stream()
              .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
              .collect(Collectors.joining()));
    }
  }
}
