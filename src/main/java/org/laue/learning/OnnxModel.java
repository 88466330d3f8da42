package org.laue.learning;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.learning.convnet.ConvNet;
import org.laue.learning.convnet.OnnxGraph;

/**
 * A model for other programs: the file that ONNX runtimes read (<a
 * href="https://onnx.ai">onnx.ai</a>). It answers with the probabilities of the network alone and
 * with the features of the novelty gate; classes, descriptor and where the model comes from stand
 * in its metadata.
 */
public final class OnnxModel {
  /** Name of the output, float32 [N][classes]. */
  public static final String PROBABILITIES = "probabilities";

  /** Of ONNX 1.8, the first with this operator set. */
  private static final int FORMAT_VERSION = 7;

  private OnnxModel() {}

  /**
   * @throws UserException if the model is no network for images and classes
   */
  public static byte[] of(CrystalModel model) {
    if (!(model.description().spec() instanceof ConvNet network)) {
      throw new UserException(
          "Network %s cannot be written as ONNX, only %s can; --format laue takes any model"
              .formatted(model.description().network(), ConvNet.NAME));
    }
    ModelProto.Builder onnx =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT_VERSION)
            .setProducerName("laue")
            .setDomain("org.laue")
            .setDocString("Class of a crystal from its diffraction fingerprint")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxGraph.OPERATOR_SET))
            .setGraph(OnnxGraph.of(network, model.parameters(), PROBABILITIES));
    metadata(model)
        .forEach(
            (key, value) ->
                onnx.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return onnx.build().toByteArray();
  }

  private static Map<String, String> metadata(CrystalModel model) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("classes", String.join(",", model.labels()));
    metadata.put("descriptor", model.description().descriptor().name());
    model.fingerprintParameters().forEach((key, value) -> metadata.put("descriptor." + key, value));
    model
        .description()
        .provenance()
        .forEach((key, value) -> metadata.put("provenance." + key, value));
    return metadata;
  }
}
