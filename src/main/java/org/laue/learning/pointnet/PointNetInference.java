package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.Kernel;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.ParameterList;
import org.laue.learning.training.Scratch;
import org.laue.learning.training.TrainedNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The trained network for prediction: dropout gone, each batch normalisation folded into the linear
 * layer before it. Clouds are turned as their seeds say, and answered one by one: the same cloud
 * and seed give the same bits in any company. Immutable and safe to share between threads.
 */
final class PointNetInference implements TrainedNetwork {
  private final List<Linear> ofPoints = new ArrayList<>();
  private final List<Linear> ofClouds = new ArrayList<>();
  private final Linear last;
  private final PointNet network;

  PointNetInference(float[] parameters, PointNet network) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterList list = new ParameterList(parameters);
      int width = Showing.WIDTH;
      for (int next : PointNet.POINT_WIDTHS) {
        ofPoints.add(NormalisedLinear.next(list, width, next).folded());
        width = next;
      }
      for (int next : PointNet.CLOUD_WIDTHS) {
        ofClouds.add(NormalisedLinear.next(list, width, next).folded());
        width = next;
      }
      last = Linear.next(list, width, network.outputs());
      list.requireEnd(network.outputs());
    }
    this.network = network;
  }

  @Override
  public Answers answer(List<Example> things) {
    float[][] outputs = new float[things.size()][];
    float[][] features = new float[things.size()][];
    for (int i = 0; i < outputs.length; i++) {
      Example thing = things.get(i);
      Answers one = Kernel.NETWORK.time(() -> answer(thing));
      outputs[i] = one.outputs()[0];
      features[i] = one.features()[0];
    }
    return new Answers(outputs, features);
  }

  private Answers answer(Example thing) {
    try (MemoryWorkspace scratch = Scratch.enter()) {
      INDArray current = network.shown(thing);
      for (Linear layer : ofPoints) {
        current = layer.rectified(current);
      }
      current = current.max(true, 0);
      for (Linear layer : ofClouds) {
        current = layer.rectified(current);
      }
      return new Answers(
          network.head().answers(last.of(current).toFloatMatrix()), current.toFloatMatrix());
    }
  }
}
