package org.laue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A peer that runs beside us in Python: one question and one answer a line, both JSON. */
final class PythonPeer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path script;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;
  private final JsonNode greeting;

  private PythonPeer(Path script, Process process) throws IOException {
    this.script = script;
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
    String first = answers.readLine();
    this.greeting =
        first == null
            ? JSON.createObjectNode().put("error", "it did not start")
            : JSON.readTree(first);
  }

  /**
   * Starts a script of the jar with the system's Python, for which distributions build packages.
   *
   * @param interpreter for instance python3
   */
  static PythonPeer start(String interpreter, String resource, String... arguments)
      throws IOException {
    Path script = Files.createTempFile("laue-peer", ".py");
    try (InputStream source = PythonPeer.class.getResourceAsStream("/org/laue/bench/" + resource)) {
      Files.write(script, source.readAllBytes());
      List<String> command = new ArrayList<>(List.of(interpreter, script.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("OMP_NUM_THREADS", "1");
      builder.environment().put("OPENBLAS_NUM_THREADS", "1");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return new PythonPeer(script, builder.start());
    } catch (IOException e) {
      Files.delete(script);
      throw e;
    }
  }

  boolean isThere() {
    return !greeting.has("error");
  }

  /** Version, or why there is no peer. */
  String note() {
    return greeting.path(isThere() ? "version" : "error").asText();
  }

  JsonNode ask(Map<String, Object> question) throws IOException {
    questions.write(JSON.writeValueAsString(question));
    questions.newLine();
    questions.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The peer ended without an answer");
    }
    return JSON.readTree(line);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(script);
  }
}
