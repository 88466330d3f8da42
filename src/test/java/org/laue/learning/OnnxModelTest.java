package org.laue.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.api.Laue;
import org.laue.descriptors.image.GoldenImages;
import org.laue.learning.training.Answers;

/** The shipped model in a foreign runtime, on the images of the golden cases. */
class OnnxModelTest {
  private static final double TOLERANCE = 1e-5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CrystalModel model = Laue.load().model();
  private final float[][] images = GoldenImages.all().toArray(float[][]::new);

  @Test
  void aForeignRuntimeAnswersAsLaueDoes() throws OrtException {
    Answers own = model.answer(images);
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(OnnxModel.of(model))) {
      assertSame(answers(session, images), own);
    }
  }

  /** What another runtime answers to the golden cases against what Laue answers. */
  static void assertSame(Answers foreign, Answers own) {
    assertThat(foreign.outputs().length).isEqualTo(own.outputs().length).isGreaterThan(10);
    for (int i = 0; i < own.outputs().length; i++) {
      assertClose(foreign.outputs()[i], own.outputs()[i], TOLERANCE);
      assertClose(foreign.features()[i], own.features()[i], TOLERANCE * largest(own.features()[i]));
    }
  }

  private static Answers answers(OrtSession session, float[][] images) throws OrtException {
    float[][][][] batch = new float[images.length][3][64][64];
    for (int i = 0; i < images.length; i++) {
      for (int k = 0; k < images[i].length; k++) {
        batch[i][k / 4096][k / 64 % 64][k % 64] = images[i][k];
      }
    }
    try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), batch);
        OrtSession.Result result = session.run(Map.of("images", input))) {
      return new Answers(
          (float[][]) result.get("probabilities").orElseThrow().getValue(),
          (float[][]) result.get("features").orElseThrow().getValue());
    }
  }

  private static float largest(float[] values) {
    float largest = 1;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void assertClose(float[] found, float[] wanted, double tolerance) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat((double) found[i]).isCloseTo(wanted[i], within(tolerance));
    }
  }

  @Test
  void theFileSaysWhatItAnswersAndLooksAt() throws OrtException {
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(OnnxModel.of(model))) {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      assertThat(metadata)
          .containsEntry("classes", String.join(",", model.labels()))
          .containsEntry("descriptor", "image");
      assertThat(session.getMetadata().getProducerName()).isEqualTo("laue");
    }
  }

  /** What https://mlflow.org/docs/latest/models.html wants of a directory. */
  @Test
  void mlflowFindsItsFlavoursSignatureAndRequirements() throws IOException {
    Map<String, byte[]> files = MlflowModel.files(model, Instant.parse("2026-11-26T05:00:00Z"));
    JsonNode description = JSON.readTree(files.get("MLmodel"));
    for (String flavour : new String[] {"onnx", "python_function"}) {
      JsonNode of = description.path("flavors").path(flavour);
      assertThat(files).as(flavour).containsKey(of.path("data").asText());
    }
    JsonNode python = description.path("flavors").path("python_function");
    assertThat(python.path("loader_module").asText()).isEqualTo("mlflow.onnx");
    assertThat(python.path("env")).allSatisfy(file -> assertThat(files).containsKey(file.asText()));
    assertThat(description.path("model_uuid").asText()).matches("[0-9a-f]{32}");
    assertThat(description.path("utc_time_created").asText())
        .isEqualTo("2026-11-26 05:00:00.000000");
    JsonNode inputs = JSON.readTree(description.path("signature").path("inputs").asText());
    assertThat(inputs.path(0).path("tensor-spec").path("shape").toString())
        .isEqualTo("[-1,3,64,64]");
    JsonNode outputs = JSON.readTree(description.path("signature").path("outputs").asText());
    assertThat(outputs)
        .extracting(o -> o.path("name").asText())
        .containsExactly("probabilities", "features");
    String requirements = new String(files.get("requirements.txt"), StandardCharsets.UTF_8);
    assertThat(requirements.lines())
        .anyMatch(line -> line.startsWith("onnxruntime=="))
        .anyMatch(line -> line.startsWith("mlflow=="));
    assertThat(JSON.readTree(files.get("python_env.yaml")).path("dependencies").toString())
        .contains("requirements.txt");
    assertThat(JSON.readTree(files.get("conda.yaml")).path("dependencies").toString())
        .contains("onnxruntime==");
  }
}
