package org.laue.learning.sen;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.learning.training.KernelLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Everything from the graphs to the last features as one layer of DL4J, which keeps its learned
 * numbers as one list and leaves the computation to {@link SenKernel}.
 */
public final class SenLayer extends KernelLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty("variant")
  private SenProgram.Variant variant;

  @JsonProperty("settings")
  private SenSettings settings;

  @JsonProperty("dropped")
  private double dropped;

  /** For the reader of stored configurations. */
  public SenLayer() {}

  SenLayer(SenProgram.Variant variant, SenSettings settings, double dropped) {
    this.variant = variant;
    this.settings = settings;
    this.dropped = dropped;
  }

  SenProgram program() {
    return new SenProgram(variant, settings);
  }

  double dropped() {
    return dropped;
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    params.clear();
    params.addWeightParam(DefaultParamInitializer.WEIGHT_KEY, 1, program().size());
  }

  /** {@link Sen} draws them. */
  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    params.values().forEach(values -> values.assign(0));
  }

  @Override
  public InputType getOutputType(int layer, InputType input) {
    return InputType.feedForward(SenProgram.FEATURES);
  }

  @Override
  protected Layer kernel(NeuralNetConfiguration conf, DataType type) {
    return new SenKernel(conf, type);
  }
}
