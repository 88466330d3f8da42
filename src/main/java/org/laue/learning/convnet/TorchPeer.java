package org.laue.learning.convnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the same network in PyTorch, where that is installed. */
final class TorchPeer {
  private static final String SCRIPT = "/org/laue/bench/torch_peer.py";

  /** The first is the user's choice, the second the system's, for which packages are built. */
  private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

  private TorchPeer() {}

  /**
   * @param imagesPerCpuSecond NaN where there is no peer
   * @param note version of PyTorch, or a sentence that says why there is none
   */
  record Outcome(double imagesPerCpuSecond, String note) {}

  /**
   * @param kind training or inference
   */
  static Outcome run(String kind, int batch, int batches, int repeats) {
    Outcome outcome = new Outcome(Double.NaN, "python3 is not installed");
    for (String interpreter : INTERPRETERS) {
      try {
        outcome = run(interpreter, kind, batch, batches, repeats);
      } catch (IOException e) {
        continue;
      }
      if (!Double.isNaN(outcome.imagesPerCpuSecond())) {
        return outcome;
      }
    }
    return outcome;
  }

  private static Outcome run(String interpreter, String kind, int batch, int batches, int repeats)
      throws IOException {
    Path script = Files.createTempFile("torch_peer", ".py");
    try (InputStream source = TorchPeer.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, source.readAllBytes());
      ProcessBuilder builder =
          new ProcessBuilder(
              interpreter,
              script.toString(),
              kind,
              Integer.toString(batch),
              Integer.toString(batches),
              Integer.toString(repeats));
      builder.environment().put("OMP_NUM_THREADS", "1");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return parse(builder.start());
    } finally {
      Files.delete(script);
    }
  }

  private static Outcome parse(Process process) throws IOException {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (output.isEmpty()) {
      return new Outcome(Double.NaN, "The PyTorch peer ended without a result");
    }
    JsonNode result = new ObjectMapper().readTree(output);
    return result.has("error")
        ? new Outcome(Double.NaN, result.path("error").asText())
        : new Outcome(
            result.path("images_per_cpu_second").asDouble(),
            "PyTorch " + result.path("version").asText());
  }
}
