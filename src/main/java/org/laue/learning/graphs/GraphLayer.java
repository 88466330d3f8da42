package org.laue.learning.graphs;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.laue.learning.training.KernelLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Everything from the graphs to the last features as one layer of DL4J, which keeps its learned
 * numbers as one list and leaves what is computed to a {@link GraphComputation}.
 */
public abstract class GraphLayer extends KernelLayer {
  private static final long serialVersionUID = 1L;

  /** How many numbers it learns. */
  protected abstract int size();

  /** Of a crystal; the answers are a linear function of them. */
  protected abstract int features();

  /** What computes it in one network. */
  protected abstract GraphComputation computation();

  @Override
  public final void defineParameters(SDLayerParams params) {
    params.clear();
    params.addWeightParam(DefaultParamInitializer.WEIGHT_KEY, 1, size());
  }

  /** {@link GraphNetwork} sets them. */
  @Override
  public final void initializeParameters(Map<String, INDArray> params) {
    params.values().forEach(values -> values.assign(0));
  }

  @Override
  public final InputType getOutputType(int layer, InputType input) {
    return InputType.feedForward(features());
  }

  @Override
  protected final Layer kernel(NeuralNetConfiguration conf, DataType type) {
    return new GraphKernel(conf, type, computation(), features());
  }
}
