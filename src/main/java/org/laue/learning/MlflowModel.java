package org.laue.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.OnnxGraph;

/**
 * A model as a directory that MLflow serves and registers: flavours {@code onnx} and {@code
 * python_function}, signature, requirements (<a href="https://mlflow.org/docs/latest/models.html">
 * MLflow Models, storage format</a>). Its YAML files are written as JSON, which is YAML too.
 */
public final class MlflowModel {
  /** The file that describes the others. */
  public static final String DESCRIPTION = "MLmodel";

  private static final String NETWORK = "model.onnx";
  private static final String MLFLOW = "2.9.2";
  private static final String PYTHON = "3.10.12";
  private static final List<String> REQUIREMENTS =
      List.of("mlflow==" + MLFLOW, "onnx==1.15.0", "onnxruntime==1.16.3", "numpy<2");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private MlflowModel() {}

  /** The files by name. */
  public static SortedMap<String, byte[]> files(CrystalModel model, Instant created) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(NETWORK, OnnxModel.of(model));
    files.put(DESCRIPTION, json(description(model, created)));
    files.put("requirements.txt", utf8(String.join("\n", REQUIREMENTS) + "\n"));
    files.put("python_env.yaml", json(pythonEnvironment()));
    files.put("conda.yaml", json(conda()));
    return files;
  }

  private static Map<String, Object> description(CrystalModel model, Instant created) {
    Map<String, Object> flavours = new LinkedHashMap<>();
    flavours.put(
        "onnx",
        Map.of(
            "data",
            NETWORK,
            "onnx_version",
            "1.15.0",
            "providers",
            List.of("CPUExecutionProvider")));
    flavours.put(
        "python_function",
        Map.of(
            "loader_module",
            "mlflow.onnx",
            "data",
            NETWORK,
            "python_version",
            PYTHON,
            "env",
            Map.of("conda", "conda.yaml", "virtualenv", "python_env.yaml")));
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("flavors", flavours);
    description.put("mlflow_version", MLFLOW);
    description.put("model_uuid", identity(model));
    description.put("signature", signature(model));
    description.put("utc_time_created", TIME.format(created));
    description.put("metadata", Map.of("classes", model.labels()));
    return description;
  }

  /** Of equal models the same. */
  private static String identity(CrystalModel model) {
    return UUID.nameUUIDFromBytes(OnnxModel.of(model)).toString().replace("-", "");
  }

  private static Map<String, String> signature(CrystalModel model) {
    int pixels = ConvNet.PIXELS;
    return Map.of(
        "inputs",
        text(List.of(tensor(OnnxGraph.IMAGES, -1, ConvNet.CHANNELS, pixels, pixels))),
        "outputs",
        text(
            List.of(
                tensor(OnnxModel.PROBABILITIES, -1, model.labels().size()),
                tensor(OnnxGraph.FEATURES, -1, ConvNet.FEATURES))));
  }

  private static Map<String, Object> tensor(String name, Integer... shape) {
    Map<String, Object> tensor = new LinkedHashMap<>();
    tensor.put("name", name);
    tensor.put("type", "tensor");
    tensor.put("tensor-spec", Map.of("dtype", "float32", "shape", List.of(shape)));
    return tensor;
  }

  private static Map<String, Object> pythonEnvironment() {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("python", PYTHON);
    environment.put("build_dependencies", List.of("pip", "setuptools", "wheel"));
    environment.put("dependencies", List.of("-r requirements.txt"));
    return environment;
  }

  private static Map<String, Object> conda() {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("name", "mlflow-env");
    environment.put("channels", List.of("conda-forge"));
    environment.put(
        "dependencies", List.of("python=" + PYTHON, "pip", Map.of("pip", REQUIREMENTS)));
    return environment;
  }

  private static byte[] json(Object value) {
    return utf8(text(value) + "\n");
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
