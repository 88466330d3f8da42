package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
final class Settling {
  private final float[] settled;
  private final ParameterList list;

  /**
   * @param parameters of a network; not changed
   */
  Settling(float[] parameters) {
    this.settled = parameters.clone();
    this.list = new ParameterList(settled);
  }

  /** What is left to read, in the network's order. */
  ParameterList list() {
    return list;
  }

  /** The parameters with what was measured. */
  float[] settled() {
    return settled;
  }

  /**
   * Measures the next layers, which every point goes through.
   *
   * @param order of the weights in the list
   * @param clouds [points][in] each
   * @return the layers, one after the other
   */
  List<Linear> ofPoints(char order, int in, int[] widths, List<INDArray> clouds) {
    List<Linear> measured = new ArrayList<>();
    int width = in;
    for (int next : widths) {
      NormalisedLinear layer = NormalisedLinear.next(list, order, width, next);
      Moments moments = new Moments(next);
      for (INDArray cloud : clouds) {
        try (MemoryWorkspace scratch = Scratch.enter()) {
          moments.add(layer.linear().of(Linear.through(measured, cloud)));
        }
      }
      measured.add(layer.measured(moments, settled).folded());
      width = next;
    }
    return measured;
  }

  /**
   * Measures the next layers, which every cloud goes through as a whole.
   *
   * @param order of the weights in the list
   * @param features [clouds][in]
   * @return what comes out of them
   */
  INDArray ofClouds(char order, int[] widths, INDArray features) {
    INDArray current = features;
    for (int next : widths) {
      NormalisedLinear layer = NormalisedLinear.next(list, order, (int) current.size(1), next);
      Moments moments = new Moments(next);
      moments.add(layer.linear().of(current));
      current = layer.measured(moments, settled).folded().rectified(current);
    }
    return current;
  }

  /**
   * A row for each cloud, [clouds][features].
   *
   * @param row [1][features] of a cloud
   */
  static INDArray rows(List<INDArray> clouds, Function<INDArray, INDArray> row) {
    float[][] rows = new float[clouds.size()][];
    for (int i = 0; i < rows.length; i++) {
      try (MemoryWorkspace scratch = Scratch.enter()) {
        rows[i] = row.apply(clouds.get(i)).toFloatVector();
      }
    }
    return Nd4j.createFromArray(rows);
  }
}
