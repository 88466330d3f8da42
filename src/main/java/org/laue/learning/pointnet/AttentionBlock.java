package org.laue.learning.pointnet;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A block of self-attention for training: the points of a cloud attend to each other with two heads
 * (Vaswani et al., arXiv 1706.03762), their own features are added, layer normalisation; then
 * linear to half the width, rectifier, linear, added, layer normalisation. {@link Attention} is the
 * same for prediction.
 */
public final class AttentionBlock extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  static final int HEADS = 2;
  static final double LAYER_NORM_EPSILON = 1e-5;

  @JsonProperty("points")
  private int points;

  @JsonProperty("width")
  private int width;

  /** For the reader of stored configurations. */
  public AttentionBlock() {}

  AttentionBlock(int points, int width) {
    this.points = points;
    this.width = width;
  }

  /** In the order in which {@link Attention} reads them. */
  @Override
  public void defineParameters(SDLayerParams params) {
    params.clear();
    // Queries, keys, values, output; all as weights, whose order DL4J keeps.
    for (int i = 0; i < 4; i++) {
      Layers.linear(params, i, width, width);
    }
    norm(params, 0);
    Layers.linear(params, 4, width, width / 2);
    Layers.linear(params, 5, width / 2, width);
    norm(params, 1);
  }

  private void norm(SDLayerParams params, int number) {
    params.addWeightParam("gain" + number, 1, width);
    params.addWeightParam("shift" + number, 1, width);
  }

  /** Gains of 1; {@link Layers} draws the linear layers. */
  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.forEach((name, values) -> values.assign(name.startsWith("gain") ? 1 : 0));
  }

  /** From and to [points * clouds][width], all first points before all second ones. */
  @Override
  public SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> params, SDVariable mask) {
    SDVariable attended = Layers.linear(heads(graph, input, params), params, 3);
    SDVariable middle = normalised(graph, input.add(attended), params, 0);
    SDVariable hidden = graph.nn().relu(Layers.linear(middle, params, 4), 0);
    return normalised(graph, middle.add(Layers.linear(hidden, params, 5)), params, 1);
  }

  private SDVariable heads(SameDiff graph, SDVariable input, Map<String, SDVariable> params) {
    SDVariable queries = split(Layers.linear(input, params, 0), 1, 2, 0, 3);
    SDVariable keys = split(Layers.linear(input, params, 1), 1, 2, 3, 0);
    SDVariable values = split(Layers.linear(input, params, 2), 1, 2, 0, 3);
    double scale = 1 / Math.sqrt((double) width / HEADS);
    SDVariable weights = graph.nn().softmax(queries.mmul(keys).mul(scale), 3);
    return weights.mmul(values).permute(2, 0, 1, 3).reshape(-1, width);
  }

  /** [points][clouds][heads][width / heads] in another order of the axes. */
  private SDVariable split(SDVariable features, int... axes) {
    return features.reshape(points, -1, HEADS, width / HEADS).permute(axes);
  }

  private static SDVariable normalised(
      SameDiff graph, SDVariable input, Map<String, SDVariable> params, int number) {
    SDVariable centred = input.sub(input.mean(true, 1));
    SDVariable variance = centred.mul(centred).mean(true, 1);
    return centred
        .div(graph.math().sqrt(variance.add(LAYER_NORM_EPSILON)))
        .mul(params.get("gain" + number))
        .add(params.get("shift" + number));
  }

  @Override
  public InputType getOutputType(int layer, InputType input) {
    return input;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return GraphLayer.of(conf, listeners, index, parameters, initialise, type);
  }
}
