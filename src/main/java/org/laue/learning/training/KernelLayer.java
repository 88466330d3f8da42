package org.laue.learning.training;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer whose parameters DL4J keeps and whose values and gradients a kernel of ours computes, not
 * a graph of DL4J's operations.
 */
public abstract class KernelLayer extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  /** What computes it, not yet at its place in a network. */
  protected abstract Layer kernel(NeuralNetConfiguration conf, DataType type);

  @Override
  public final SDVariable defineLayer(
      SameDiff graph, SDVariable input, Map<String, SDVariable> params, SDVariable mask) {
    throw new UnsupportedOperationException("This layer has a kernel and no graph");
  }

  @Override
  public final Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return new NewLayer(conf, listeners, index, parameters)
        .with(kernel(conf, type), initializer().init(conf, parameters, initialise));
  }
}
