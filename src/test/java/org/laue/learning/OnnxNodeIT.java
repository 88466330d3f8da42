package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.api.Laue;
import org.laue.descriptors.image.GoldenImages;
import org.laue.learning.training.Answers;

/** The shipped model in JavaScript: {@code onnxruntime-node} of npm, in Node. */
class OnnxNodeIT {
  private static final String PACKAGE = "onnxruntime-node@1.22.0";

  /** Where it is installed, and stays for the next time. */
  private static final Path HOME = Path.of("target/onnxruntime-node").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void onnxRuntimeInNodeAnswersAsLaueDoes() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("laue.npm"),
        "Installs " + PACKAGE + " from npm, some 250 MB, for one comparison: -Dlaue.npm=true");
    requireInstalled();
    CrystalModel model = Laue.load().model();
    float[][] images = GoldenImages.all().toArray(float[][]::new);
    Path file = Files.write(directory.resolve("laue.onnx"), OnnxModel.of(model));
    Path pixels = Files.write(directory.resolve("images.f32"), littleEndian(images));
    Path answers = directory.resolve("answers.json");
    Path script = Path.of("src/test/resources/org/laue/learning/answer.cjs");
    Ended node =
        run(
            List.of(
                "node", script.toString(), file.toString(), pixels.toString(), answers.toString()));
    assertThat(node.exit()).as(node.said()).isZero();
    JsonNode found = new ObjectMapper().readTree(answers.toFile());
    OnnxModelTest.assertSame(
        new Answers(rows(found.path("probabilities")), rows(found.path("features"))),
        model.answer(images));
  }

  private void requireInstalled() throws IOException, InterruptedException {
    Assumptions.assumeTrue(succeeds("node", "--version"), "No node here, so no answers of it");
    if (Files.isDirectory(HOME.resolve("node_modules/onnxruntime-node"))) {
      return;
    }
    Files.createDirectories(HOME);
    // Its script would fetch libraries for graphics cards; those for processors lie in the package.
    Assumptions.assumeTrue(
        succeeds(
            "npm",
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefix",
            HOME.toString(),
            PACKAGE),
        "npm could not install " + PACKAGE);
  }

  private boolean succeeds(String... command) throws InterruptedException {
    try {
      return run(List.of(command)).exit() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private record Ended(int exit, String said) {}

  private Ended run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(Map.of("NODE_PATH", HOME.resolve("node_modules").toString()));
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Ended(-1, command.get(0) + " did not end");
    }
    return new Ended(process.exitValue(), Files.readString(said));
  }

  private static byte[] littleEndian(float[][] images) {
    ByteBuffer bytes =
        ByteBuffer.allocate(images.length * images[0].length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] image : images) {
      for (float pixel : image) {
        bytes.putFloat(pixel);
      }
    }
    return bytes.array();
  }

  private static float[][] rows(JsonNode list) {
    float[][] rows = new float[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[list.get(i).size()];
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = (float) list.get(i).get(k).asDouble();
      }
    }
    return rows;
  }
}
