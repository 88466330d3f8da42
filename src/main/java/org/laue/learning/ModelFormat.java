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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.descriptors.known.Descriptors;
import org.laue.learning.training.ClassTask;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.ScalarTask;
import org.laue.learning.training.Task;
import org.laue.structure.ClassScheme;

/**
 * Files of a model: {@code parameters.f32} (little-endian float32 in the order of the network that
 * {@code model.json} names), {@code novelty.json}, {@code learning_curve.csv}, {@code card.md}, and
 * last {@code model.json}: the name of the network, the task (classes, or numbers with their units
 * and scales), the descriptor's name and settings, the provenance, and the SHA-256 of the other
 * files and of itself. A model of which one byte is missing or another does not load, nor does one
 * whose network or descriptor this program does not know.
 *
 * <p>Trained weights that were not calibrated yet lie under the same names without gate and card,
 * and with {@code weights.json} in place of {@code model.json}, so that nobody takes them for a
 * model.
 */
final class ModelFormat {
  static final String PARAMETERS = "parameters.f32";
  static final String NOVELTY = "novelty.json";
  static final String CURVE = "learning_curve.csv";
  static final String MODEL = "model.json";
  static final String WEIGHTS = "weights.json";

  private static final String CARD = "card.md";
  private static final String CHECKSUMS = "sha256";
  private static final String CLASSES = "classes";
  private static final String NUMBERS = "numbers";
  private static final int VERSION = 4;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelFormat() {}

  static void write(CrystalModel model, String note, ModelFiles files) throws IOException {
    ObjectNode checksums = JSON.createObjectNode();
    put(NOVELTY, JSON.writeValueAsBytes(model.novelty()), files, checksums);
    put(CARD, ModelCard.markdown(model, note).getBytes(StandardCharsets.UTF_8), files, checksums);
    write(MODEL, model.weights(), files, checksums);
  }

  static void writeWeights(TrainedWeights weights, ModelFiles files) throws IOException {
    write(WEIGHTS, weights, files, JSON.createObjectNode());
  }

  private static void write(
      String description, TrainedWeights weights, ModelFiles files, ObjectNode checksums)
      throws IOException {
    put(PARAMETERS, bytes(weights.parameters()), files, checksums);
    put(CURVE, weights.curve().toCsv().getBytes(StandardCharsets.UTF_8), files, checksums);
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    describe(weights.description(), root);
    root.set(CHECKSUMS, checksums);
    checksums.put(description, own(root));
    files.write(description, JSON.writeValueAsBytes(root));
  }

  private static void describe(ModelDescription description, ObjectNode root) {
    root.put("network", description.network());
    ObjectNode task = root.putObject("task");
    if (description.task() instanceof ScalarTask numbers) {
      task.set(NUMBERS, JSON.valueToTree(numbers.scalars()));
    } else {
      task.set(CLASSES, JSON.valueToTree(description.classes()));
    }
    root.putObject("descriptor")
        .put("name", description.descriptor().name())
        .set("settings", JSON.valueToTree(new TreeMap<>(description.descriptor().settings())));
    root.set("provenance", JSON.valueToTree(description.provenance()));
  }

  private static ModelDescription described(JsonNode root) {
    JsonNode descriptor = root.path("descriptor");
    ModelDescription description =
        new ModelDescription(
            root.path("network").asText(),
            task(root.path("task")),
            Descriptors.named(
                descriptor.path("name").asText(), strings(descriptor.path("settings"))),
            strings(root.path("provenance")));
    // Says it here, before anything large is read, if this program does not know the network.
    description.spec();
    return description;
  }

  private static Task task(JsonNode task) {
    return task.has(NUMBERS)
        ? new ScalarTask(List.of(JSON.convertValue(task.path(NUMBERS), ScalarTask.Scalar[].class)))
        : new ClassTask(JSON.convertValue(task.path(CLASSES), ClassScheme.class));
  }

  private static void put(String name, byte[] content, ModelFiles files, ObjectNode checksums)
      throws IOException {
    files.write(name, content);
    checksums.put(name, sha256(content));
  }

  static CrystalModel read(ModelFiles files) throws IOException {
    try {
      JsonNode root = description(MODEL, files);
      byte[] gate = checked(NOVELTY, files, root);
      checked(CARD, files, root);
      Novelty novelty = JSON.readValue(gate, Novelty.class);
      return new CrystalModel(weights(files, root), novelty);
    } catch (JsonProcessingException e) {
      throw new UserException("The model's JSON cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  static TrainedWeights readWeights(ModelFiles files) throws IOException {
    return weights(files, description(WEIGHTS, files));
  }

  private static TrainedWeights weights(ModelFiles files, JsonNode root) throws IOException {
    ModelDescription description = described(root);
    byte[] parameters = checked(PARAMETERS, files, root);
    String curve = new String(checked(CURVE, files, root), StandardCharsets.UTF_8);
    return new TrainedWeights(description, floats(parameters), LearningCurve.fromCsv(curve));
  }

  /** The description, if it is of this version and as it was written. */
  private static JsonNode description(String name, ModelFiles files) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(files.read(name));
    } catch (JsonProcessingException e) {
      throw damaged(name, e);
    }
    if (root.path("version").asInt() != VERSION) {
      throw new UserException(
          "%s has version %s, this program reads %d: train the model again or take another"
              .formatted(name, root.path("version"), VERSION));
    }
    if (!(root instanceof ObjectNode node && own(node).equals(checksum(root, name)))) {
      throw damaged(name, null);
    }
    return root;
  }

  private static byte[] checked(String name, ModelFiles files, JsonNode root) throws IOException {
    byte[] content = files.read(name);
    if (!sha256(content).equals(checksum(root, name))) {
      throw damaged(name, null);
    }
    return content;
  }

  private static String checksum(JsonNode root, String name) {
    return root.path(CHECKSUMS).path(name).asText();
  }

  private static UserException damaged(String name, Exception cause) {
    return new UserException(
        name
            + " of the model is damaged: its SHA-256 is not the one it was written with; take the"
            + " model from where it came or train it again",
        cause);
  }

  /** SHA-256 of a description without its own checksum. */
  private static String own(ObjectNode root) {
    ObjectNode copy = root.deepCopy();
    copy.withObject("/" + CHECKSUMS).remove(List.of(MODEL, WEIGHTS));
    return sha256(copy.toString().getBytes(StandardCharsets.UTF_8));
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
