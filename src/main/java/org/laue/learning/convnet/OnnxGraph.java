package org.laue.learning.convnet;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.learning.training.Head;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The trained network as a graph of ONNX operators (operator set {@value #OPERATOR_SET}): the same
 * layers as {@link Inference}, dropout gone and batch normalisation folded into the last one.
 */
public final class OnnxGraph {
  /** Of the operators' meaning. */
  public static final int OPERATOR_SET = 13;

  /** Images, float32 [N][3][64][64], channels first. */
  public static final String IMAGES = "images";

  /** What the novelty gate looks at, float32 [N][128]. */
  public static final String FEATURES = "features";

  private static final String BATCH = "N";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("laue");
  private String last = IMAGES;

  private OnnxGraph() {}

  /**
   * @param parameters in the order of {@link ParameterLayout}
   * @param answer name of the output, float32 [N][outputs]
   */
  public static GraphProto of(ConvNet network, float[] parameters, String answer) {
    ParameterLayout layout = new ParameterLayout(parameters, network.outputs());
    OnnxGraph graph = new OnnxGraph();
    graph.graph.addInput(value(IMAGES, ConvNet.CHANNELS, ConvNet.PIXELS, ConvNet.PIXELS));
    graph.convolutions(layout);
    graph.dense(layout);
    graph.answer(layout, network.head(), answer);
    graph.graph.addOutput(value(answer, network.outputs()));
    graph.graph.addOutput(value(FEATURES, ConvNet.FEATURES));
    return graph.graph.build();
  }

  private void convolutions(ParameterLayout layout) {
    long kernel = ConvNetLayers.KERNEL;
    long padding = kernel / 2;
    Map<String, List<Long>> same =
        Map.of(
            "kernel_shape", List.of(kernel, kernel),
            "pads", List.of(padding, padding, padding, padding));
    Map<String, List<Long>> pool =
        Map.of("kernel_shape", List.of(2L, 2L), "strides", List.of(2L, 2L));
    for (int i = 0; i < ConvNetLayers.STAGES.size(); i++) {
      String weights = tensor("convolution_weights_" + i, layout.convolutionWeights().get(i));
      String biases = tensor("convolution_biases_" + i, layout.convolutionBiases().get(i));
      node("Conv", "convolution_" + i, same, weights, biases);
      node("Relu", "maps_" + i, Map.of());
      if (ConvNetLayers.STAGES.get(i).pooled()) {
        node("MaxPool", "pooled_" + i, pool);
      }
    }
  }

  /** The 2048 values run over row, column, filter. */
  private void dense(ParameterLayout layout) {
    node("Transpose", "channels_last", Map.of("perm", List.of(0L, 2L, 3L, 1L)));
    node("Flatten", "flat", Map.of());
    String weights = tensor("dense_weights", layout.denseWeights());
    node("Gemm", "dense", Map.of(), weights, tensor("dense_bias", layout.denseBias()));
    node("Relu", FEATURES, Map.of());
  }

  private void answer(ParameterLayout layout, Head head, String name) {
    INDArray scale = layout.batchNormScale();
    INDArray weights = layout.outputWeights();
    INDArray shift = layout.batchNormShift(scale).mmul(weights);
    String bias = tensor("output_bias", layout.outputBias().add(shift));
    boolean softmax = head.probabilities();
    String scaled = tensor("output_weights", weights.mulColumnVector(scale));
    node("Gemm", softmax ? "sums" : name, Map.of(), scaled, bias);
    if (softmax) {
      node("Softmax", name, Map.of());
    }
  }

  /** Adds an operator whose first input is what the one before it made. */
  private void node(
      String operator, String output, Map<String, List<Long>> attributes, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setName(output).setOpType(operator);
    node.addInput(last).addAllInput(Arrays.asList(inputs)).addOutput(output);
    new TreeMap<>(attributes)
        .forEach(
            (name, values) ->
                node.addAttribute(
                    AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeProto.AttributeType.INTS)
                        .addAllInts(values)));
    graph.addNode(node);
    last = output;
  }

  private String tensor(String name, INDArray values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    for (long size : values.shape()) {
      tensor.addDims(size);
    }
    for (float value : values.reshape(values.length()).toFloatVector()) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto value(String name, long... sizes) {
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
    tensor.getShapeBuilder().addDimBuilder().setDimParam(BATCH);
    for (long size : sizes) {
      tensor.getShapeBuilder().addDimBuilder().setDimValue(size);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
