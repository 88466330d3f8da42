package org.laue.learning.graphs;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.laue.learning.training.Floats;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Carries numbers between DL4J and a {@link GraphComputation}. */
final class GraphKernel extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  private final transient GraphComputation computation;
  private final int features;

  GraphKernel(
      NeuralNetConfiguration conf, DataType type, GraphComputation computation, int features) {
    super(conf, type);
    this.computation = computation;
    this.features = features;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    GraphRows rows = new GraphRows(Floats.of(input), input.rows(), input.columns());
    float[] parameters = Floats.of(getParam(DefaultParamInitializer.WEIGHT_KEY));
    float[] result = computation.forward(parameters, rows, training);
    return workspaces.leverageTo(
        ArrayType.ACTIVATIONS, Floats.array(result, rows.crystals(), features).castTo(dataType));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    float[] gradient = computation.back(Floats.of(epsilon));
    INDArray view = gradTable.get(DefaultParamInitializer.WEIGHT_KEY);
    view.assign(Floats.array(gradient, view.shape()).castTo(view.dataType()));
    Gradient gradients = new DefaultGradient();
    gradients.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, view);
    return new Pair<>(gradients, null);
  }
}
