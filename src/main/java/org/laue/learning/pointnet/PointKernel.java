package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.laue.learning.training.Floats;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes a {@link PointLayer} of float32: clouds [clouds][values][points] to [clouds][features].
 */
final class PointKernel extends SameDiffLayer {
  private static final long serialVersionUID = 1L;

  private transient PointStack stack;

  PointKernel(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    float[][] clouds = new float[(int) input.size(0)][];
    for (int cloud = 0; cloud < clouds.length; cloud++) {
      clouds[cloud] = Floats.of(input.slice(cloud));
    }
    stack = new PointStack(layer(0), layer(1), layer(2), clouds);
    float[] pooled = training ? stack.pooled() : stack.pooled(measured());
    stack = training ? stack : null;
    return workspaces.leverageTo(
        ArrayType.ACTIVATIONS, Floats.array(pooled, clouds.length, pooled.length / clouds.length));
  }

  private PointStack.Layer layer(int number) {
    return new PointStack.Layer(
        values(PointLayer.WEIGHTS + number),
        values(PointLayer.GAMMA + number),
        values(PointLayer.BETA + number));
  }

  private float[] values(String parameter) {
    return Floats.of(getParam(parameter));
  }

  /** Normalisations by the statistics that are kept. */
  private List<NormStatistics> measured() {
    List<NormStatistics> kept = new ArrayList<>();
    for (int i = 0; i < PointLayer.LAYERS; i++) {
      float[] mean = values(PointLayer.MEAN + i);
      float[] bias = values(PointLayer.BIAS + i);
      float[] variance = values(PointLayer.VARIANCE + i);
      double[] means = new double[mean.length];
      double[] variances = new double[mean.length];
      for (int c = 0; c < mean.length; c++) {
        means[c] = mean[c] - bias[c];
        variances[c] = variance[c];
      }
      kept.add(new NormStatistics(layer(i), means, variances, 1));
    }
    return kept;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    PointStack.Layer[] layers = stack.gradients(Floats.of(epsilon));
    Gradient gradients = new DefaultGradient();
    for (int i = 0; i < layers.length; i++) {
      set(gradients, PointLayer.WEIGHTS + i, layers[i].weights());
      set(gradients, PointLayer.GAMMA + i, layers[i].gamma());
      set(gradients, PointLayer.BETA + i, layers[i].beta());
      // The normalisation takes away what a bias adds.
      float[] bias = values(PointLayer.BIAS + i);
      set(gradients, PointLayer.BIAS + i, new float[bias.length]);
      NormStatistics norm = stack.norms().get(i);
      float[] means = Floats.rounded(norm.mean);
      for (int c = 0; c < bias.length; c++) {
        means[c] += bias[c];
      }
      set(gradients, PointLayer.MEAN + i, moved(PointLayer.MEAN + i, means));
      set(
          gradients,
          PointLayer.VARIANCE + i,
          moved(PointLayer.VARIANCE + i, Floats.rounded(norm.variance)));
    }
    stack = null;
    return new Pair<>(gradients, null);
  }

  /** What is subtracted of a running average to take in a batch. */
  private float[] moved(String statistic, float[] batch) {
    float[] running = values(statistic);
    for (int c = 0; c < running.length; c++) {
      running[c] = (float) ((1 - Layers.BATCH_NORM_DECAY) * (running[c] - batch[c]));
    }
    return running;
  }

  private void set(Gradient gradients, String parameter, float[] values) {
    INDArray view = gradTable.get(parameter);
    view.assign(Floats.array(values, view.shape()));
    gradients.setGradientFor(parameter, view);
  }

  @Override
  public boolean updaterDivideByMinibatch(String parameter) {
    return !PointLayer.isStatistic(parameter);
  }

  @Override
  public void clear() {
    super.clear();
    stack = null;
  }
}
