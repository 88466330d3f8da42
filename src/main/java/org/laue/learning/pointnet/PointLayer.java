package org.laue.learning.pointnet;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.learning.training.KernelLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The three layers that every point goes through and the largest over the points as one layer of
 * DL4J, computed by {@link PointKernel}. Its numbers stand in the list of parameters as those of
 * DL4J's own layers did: for each weights, bias, gamma, beta, mean, variance.
 */
public final class PointLayer extends KernelLayer {
  private static final long serialVersionUID = 1L;

  /** Layers that it stands for. */
  static final int LAYERS = PointNet.POINT_WIDTHS.length;

  static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
  static final String BIAS = DefaultParamInitializer.BIAS_KEY;
  static final String GAMMA = BatchNormalizationParamInitializer.GAMMA;
  static final String BETA = BatchNormalizationParamInitializer.BETA;
  static final String MEAN = BatchNormalizationParamInitializer.GLOBAL_MEAN;
  static final String VARIANCE = BatchNormalizationParamInitializer.GLOBAL_VAR;

  @JsonProperty("width")
  private int width;

  /** For the reader of stored configurations. */
  public PointLayer() {}

  /**
   * @param width values of a point as it is shown
   */
  PointLayer(int width) {
    this.width = width;
  }

  private int in(int layer) {
    return layer == 0 ? width : PointNet.POINT_WIDTHS[layer - 1];
  }

  static int out(int layer) {
    return PointNet.POINT_WIDTHS[layer];
  }

  /** Weights are [out][in]; all count as weights, whose order DL4J keeps. */
  @Override
  public void defineParameters(SDLayerParams params) {
    params.clear();
    for (int layer = 0; layer < LAYERS; layer++) {
      params.addWeightParam(WEIGHTS + layer, out(layer), in(layer));
      for (String name : new String[] {BIAS, GAMMA, BETA, MEAN, VARIANCE}) {
        params.addWeightParam(name + layer, 1, out(layer));
      }
    }
  }

  /** Weights and biases are drawn by {@link Layers#network}. */
  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.forEach(
        (name, values) ->
            values.assign(name.startsWith(GAMMA) || name.startsWith(VARIANCE) ? 1 : 0));
  }

  static boolean isStatistic(String parameter) {
    return parameter.startsWith(MEAN) || parameter.startsWith(VARIANCE);
  }

  /** Statistics are not learned: what stands in for their gradient is subtracted as it is. */
  @Override
  public IUpdater getUpdaterByParam(String parameter) {
    return isStatistic(parameter) ? new NoOp() : super.getUpdaterByParam(parameter);
  }

  @Override
  public InputType getOutputType(int layer, InputType input) {
    return InputType.feedForward(out(LAYERS - 1));
  }

  @Override
  protected Layer kernel(NeuralNetConfiguration conf, DataType type) {
    return new PointKernel(conf, type);
  }
}
