package org.laue.learning.sen;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.laue.descriptors.graph.CrystalGraph;
import org.laue.learning.training.Floats;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes a {@link SenLayer}. A row of its input is a seed and a graph; the rows of a batch are as
 * long as the longest needs.
 */
final class SenKernel extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  private final transient SenProgram program;
  private final double dropped;
  private transient Tape tape;
  private transient Matrix features;

  SenKernel(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    SenLayer layer = (SenLayer) conf.getLayer();
    this.program = layer.program();
    this.dropped = layer.dropped();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    float[] rows = Floats.of(input);
    int crystals = input.rows();
    List<CrystalGraph> graphs = new ArrayList<>(crystals);
    long[] seeds = new long[crystals];
    for (int i = 0; i < crystals; i++) {
      int at = i * input.columns();
      seeds[i] = (long) rows[at];
      graphs.add(CrystalGraph.ofValues(rows, at + GraphBatch.HEAD));
    }
    float[] parameters = Floats.of(getParam(DefaultParamInitializer.WEIGHT_KEY));
    Tape now = new Tape(parameters, training);
    Draws draws = training ? new Draws(seeds, dropped) : null;
    Matrix result = program.of(now, new GraphBatch(graphs), draws);
    tape = training ? now : null;
    features = training ? result : null;
    return workspaces.leverageTo(
        ArrayType.ACTIVATIONS,
        Floats.array(result.value, result.rows, result.columns).castTo(dataType));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    float[] gradient = tape.back(features, Floats.of(epsilon));
    tape = null;
    features = null;
    INDArray view = gradTable.get(DefaultParamInitializer.WEIGHT_KEY);
    view.assign(Floats.array(gradient, view.shape()).castTo(view.dataType()));
    Gradient gradients = new DefaultGradient();
    gradients.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, view);
    return new Pair<>(gradients, null);
  }
}
