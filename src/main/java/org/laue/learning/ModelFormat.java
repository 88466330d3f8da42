package org.laue.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.laue.UserException;
import org.laue.learning.convnet.ParameterLayout;
import org.laue.structure.ClassScheme;

/**
 * Files of a model: {@code model.json} (what it is), {@code parameters.f32} (little-endian float32
 * in the order of {@link ParameterLayout}), {@code novelty.json}, {@code learning_curve.csv} and
 * {@code card.md}. {@code model.json} is written last, so a half-written model is none.
 */
final class ModelFormat {
  private static final int VERSION = 2;

  /** Named its labels alone; they were those of the paper. */
  private static final int PAPER_ONLY = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelFormat() {}

  static void write(CrystalModel model, ModelFiles files) throws IOException {
    byte[] weights = bytes(model.parameters());
    files.write("parameters.f32", weights);
    files.write("novelty.json", JSON.writeValueAsBytes(model.novelty()));
    files.write("learning_curve.csv", model.learningCurve().toCsv());
    files.write("card.md", ModelCard.markdown(model));
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("network", "Ziletti 2018");
    root.put("parameters_sha256", sha256(weights));
    root.set("classes", JSON.valueToTree(model.description().classes()));
    root.set("fingerprint", JSON.valueToTree(model.description().fingerprint()));
    root.set("provenance", JSON.valueToTree(model.description().provenance()));
    files.write("model.json", JSON.writeValueAsBytes(root));
  }

  static CrystalModel read(ModelFiles files) throws IOException {
    try {
      JsonNode root = JSON.readTree(files.read("model.json"));
      int version = root.path("version").asInt();
      if (version != VERSION && version != PAPER_ONLY) {
        throw new UserException(
            "model.json has version %s, this program reads %d and %d"
                .formatted(root.path("version"), PAPER_ONLY, VERSION));
      }
      byte[] weights = files.read("parameters.f32");
      if (!sha256(weights).equals(root.path("parameters_sha256").asText())) {
        throw new UserException("parameters.f32 is damaged: its SHA-256 is not that of model.json");
      }
      Novelty novelty = JSON.readValue(files.read("novelty.json"), Novelty.class);
      String curve = new String(files.read("learning_curve.csv"), StandardCharsets.UTF_8);
      return new CrystalModel(
          description(root), floats(weights), LearningCurve.fromCsv(curve), novelty);
    } catch (JsonProcessingException e) {
      throw new UserException("The model's JSON cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static ModelDescription description(JsonNode root) {
    return new ModelDescription(
        classes(root), strings(root.path("fingerprint")), strings(root.path("provenance")));
  }

  private static ClassScheme classes(JsonNode root) {
    return root.path("version").asInt() == PAPER_ONLY
        ? ClassScheme.paper()
        : JSON.convertValue(root.path("classes"), ClassScheme.class);
  }

  private static Map<String, String> strings(JsonNode node) {
    return JSON.convertValue(
        node, JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
