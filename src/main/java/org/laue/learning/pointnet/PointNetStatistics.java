package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.training.Example;
import org.laue.learning.training.ParameterList;
import org.laue.learning.training.Scratch;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures mean and variance of every batch normalisation anew over some clouds, with dropout off
 * (precise batch normalisation; Wu and Johnson, arXiv 2105.07576): running averages with decay 0.9
 * start at 0 and 1 and have after u updates still a share of 0.9^u of that. Layer after layer, each
 * behind those that are measured already; a function of the clouds and their order.
 */
final class PointNetStatistics {
  private final float[] settled;
  private final List<Linear> measured = new ArrayList<>();
  private final List<INDArray> clouds;

  /**
   * @param parameters of the network; not changed
   */
  private PointNetStatistics(float[] parameters, List<INDArray> clouds) {
    this.settled = parameters.clone();
    this.clouds = clouds;
  }

  /** A copy of the parameters with the statistics of these examples as they are shown. */
  static float[] recompute(float[] parameters, PointNet network, List<Example> examples) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      List<INDArray> clouds = examples.stream().map(network::shown).toList();
      return new PointNetStatistics(parameters, clouds).recompute();
    }
  }

  private float[] recompute() {
    ParameterList list = new ParameterList(settled);
    int width = Showing.WIDTH;
    for (int next : PointNet.POINT_WIDTHS) {
      ofPoints(NormalisedLinear.next(list, width, next), next);
      width = next;
    }
    INDArray features = pooled(width);
    for (int next : PointNet.CLOUD_WIDTHS) {
      NormalisedLinear layer = NormalisedLinear.next(list, width, next);
      Moments moments = new Moments(next);
      moments.add(layer.linear().of(features));
      features = layer.measured(moments, settled).folded().rectified(features);
      width = next;
    }
    return settled;
  }

  private void ofPoints(NormalisedLinear layer, int width) {
    Moments moments = new Moments(width);
    for (INDArray cloud : clouds) {
      try (MemoryWorkspace scratch = Scratch.enter()) {
        moments.add(layer.linear().of(passed(cloud)));
      }
    }
    measured.add(layer.measured(moments, settled).folded());
  }

  /** What comes out of the layers that are measured. */
  private INDArray passed(INDArray cloud) {
    INDArray current = cloud;
    for (Linear layer : measured) {
      current = layer.rectified(current);
    }
    return current;
  }

  /** The largest of each feature over the points of each cloud, [clouds][features]. */
  private INDArray pooled(int width) {
    float[] features = new float[clouds.size() * width];
    for (int i = 0; i < clouds.size(); i++) {
      try (MemoryWorkspace scratch = Scratch.enter()) {
        float[] largest = passed(clouds.get(i)).max(0).toFloatVector();
        System.arraycopy(largest, 0, features, i * width, width);
      }
    }
    return Nd4j.create(features, new long[] {clouds.size(), width}, 'c');
  }
}
