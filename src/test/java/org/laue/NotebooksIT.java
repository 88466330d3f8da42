package org.laue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java notebooks run from beginning to end and say what their committed output says. */
class NotebooksIT {
  private static final Path COMMITTED = Path.of("notebooks");
  private static final Path EXECUTED = Path.of("target/notebook/executed");

  /** It trains a network, whose last digits depend on the processor. */
  private static final String TRAINS = "robustness.ipynb";

  private static boolean runs;

  @BeforeAll
  static void run() throws Exception {
    runs =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jupyter-nbconvert")));
    if (runs) {
      Path said = Files.createDirectories(EXECUTED).resolveSibling("run.log");
      Process process =
          new ProcessBuilder("notebooks/run.sh", "--output", EXECUTED.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
  }

  static List<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(COMMITTED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList();
    }
  }

  private static List<JsonNode> outputs(Path notebook) throws IOException {
    List<JsonNode> outputs = new ArrayList<>();
    JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).get("cells");
    cells.forEach(cell -> cell.path("outputs").forEach(outputs::add));
    return outputs;
  }

  private static long pictures(List<JsonNode> outputs) {
    return outputs.stream().filter(output -> output.path("data").has("image/png")).count();
  }

  private static List<String> texts(List<JsonNode> outputs) {
    return outputs.stream()
        .map(output -> output.path("text").toString() + output.path("data").path("text/html"))
        .toList();
  }

  @Test
  void thereAreThree() throws IOException {
    assertThat(notebooks()).containsExactly(TRAINS, "structure-and-fingerprint.ipynb", "why.ipynb");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void committedOutputHasPicturesAndNoPathOfAMachine(String name) throws IOException {
    assertThat(pictures(outputs(COMMITTED.resolve(name)))).isGreaterThanOrEqualTo(2);
    assertThat(Files.readString(COMMITTED.resolve(name)))
        .doesNotContain("/home/", "/root/", "/tmp/", "/work/");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void runsAndSaysTheSame(String name) throws IOException {
    assumeTrue(
        runs, "Notebooks run where jupyter-nbconvert is installed (apt-get install it); not here");
    List<JsonNode> now = outputs(EXECUTED.resolve(name));
    List<JsonNode> then = outputs(COMMITTED.resolve(name));
    assertThat(now).noneMatch(output -> output.path("output_type").asText().equals("error"));
    assertThat(pictures(now)).isEqualTo(pictures(then));
    if (!name.equals(TRAINS)) {
      assertThat(texts(now)).isEqualTo(texts(then));
    }
  }
}
