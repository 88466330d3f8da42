package org.laue.bench;

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

/**
 * A peer that runs beside us in Python. It greets with one line of JSON: its version and perhaps a
 * result, or the error for which it cannot work; then one question and one answer a line.
 */
final class PythonPeer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode greeting;

  /** Absent where the interpreter did not start. */
  private final Process process;

  private final BufferedWriter questions;
  private final BufferedReader answers;

  private PythonPeer(Process process) throws IOException {
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
    String first = answers.readLine();
    this.greeting = first == null ? error("it did not start") : JSON.readTree(first);
  }

  private PythonPeer(String error) {
    this.process = null;
    this.questions = null;
    this.answers = null;
    this.greeting = error(error);
  }

  private static JsonNode error(String why) {
    return JSON.createObjectNode().put("error", why);
  }

  /**
   * Starts a script of ours with the system's Python, for which distributions build packages.
   *
   * @param interpreter for instance python3
   */
  static PythonPeer start(String interpreter, String resource, String... arguments)
      throws IOException {
    Path script = Files.createTempFile("laue-peer", ".py");
    try (InputStream source = PythonPeer.class.getResourceAsStream(resource)) {
      Files.write(script, source.readAllBytes());
      List<String> command = new ArrayList<>(List.of(interpreter, script.toString()));
      command.addAll(List.of(arguments));
      return start(new ProcessBuilder(command));
    } finally {
      Files.delete(script);
    }
  }

  /** Returns after the greeting, when the interpreter has read the script. */
  private static PythonPeer start(ProcessBuilder builder) throws IOException {
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      return new PythonPeer(missing.getMessage());
    }
    return new PythonPeer(process);
  }

  boolean isThere() {
    return !greeting.has("error");
  }

  /** Version, or why there is no peer. */
  String note() {
    return greeting.path(isThere() ? "version" : "error").asText();
  }

  /** A number that came with the greeting; NaN where there is no peer. */
  double greeted(String name) {
    return greeting.path(name).asDouble(Double.NaN);
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
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
