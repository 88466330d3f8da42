package org.laue.learning.pointnet;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.laue.learning.training.NewLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer whose gradients DL4J derives from a graph of its operations. DL4J 1.0.0-M2.1 counts the
 * slope that comes from the layer above twice, so that all of this layer and below it would be
 * doubled; halving it first makes them right.
 */
final class GraphLayer extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  private GraphLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** The layer of a configuration, which is of a graph, at its place in a network. */
  static Layer of(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return new NewLayer(conf, listeners, index, parameters)
        .with(
            new GraphLayer(conf, type),
            conf.getLayer().initializer().init(conf, parameters, initialise));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    return super.backpropGradient(epsilon.mul(0.5), workspaces);
  }
}
