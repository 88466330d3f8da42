package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.Kernel;
import org.laue.learning.training.Answers;
import org.laue.learning.training.Example;
import org.laue.learning.training.Head;
import org.laue.learning.training.ParameterList;
import org.laue.learning.training.Scratch;
import org.laue.learning.training.TrainedNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The trained network for prediction: dropout gone, each batch normalisation folded into the linear
 * layer before it. Clouds are turned as their seeds say, and answered one by one: the same cloud
 * and seed give the same bits in any company. Immutable and safe to share between threads.
 */
final class PointNetInference implements TrainedNetwork {
  private final List<Linear> ofPoints = new ArrayList<>();
  private final List<Linear> ofClouds = new ArrayList<>();
  private final Linear last;
  private final int points;
  private final Head head;

  /**
   * Weights with their biases.
   *
   * @param weights [inputs][outputs]
   * @param bias [1][outputs]
   */
  private record Linear(INDArray weights, INDArray bias) {
    INDArray of(INDArray inputs) {
      return inputs.mmul(weights).addiRowVector(bias);
    }

    INDArray rectified(INDArray inputs) {
      return Transforms.relu(of(inputs), false);
    }
  }

  PointNetInference(float[] parameters, PointNet network) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      ParameterList list = new ParameterList(parameters);
      int width = Showing.WIDTH;
      for (int next : PointNet.POINT_WIDTHS) {
        ofPoints.add(normalised(list, width, next));
        width = next;
      }
      for (int next : PointNet.CLOUD_WIDTHS) {
        ofClouds.add(normalised(list, width, next));
        width = next;
      }
      last = linear(list, width, network.outputs());
      list.requireEnd(network.outputs());
    }
    points = network.points();
    head = network.head();
  }

  private static Linear linear(ParameterList list, int in, int out) {
    return new Linear(list.take('f', in, out), list.take('c', 1, out));
  }

  /** gamma (x - mean) / sqrt(variance + epsilon) + beta, of x that a linear layer makes. */
  private static Linear normalised(ParameterList list, int in, int out) {
    Linear linear = linear(list, in, out);
    INDArray gamma = list.take('c', 1, out);
    INDArray beta = list.take('c', 1, out);
    INDArray mean = list.take('c', 1, out);
    INDArray variance = list.take('c', 1, out);
    INDArray scale = gamma.div(Transforms.sqrt(variance.add(PointNet.BATCH_NORM_EPSILON)));
    return new Linear(
        linear.weights().mulRowVector(scale), linear.bias().sub(mean).mul(scale).add(beta));
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
      INDArray current =
          Nd4j.create(Showing.sorted(thing), new long[] {points, Showing.WIDTH}, 'c');
      for (Linear layer : ofPoints) {
        current = layer.rectified(current);
      }
      current = current.max(true, 0);
      for (Linear layer : ofClouds) {
        current = layer.rectified(current);
      }
      return new Answers(head.answers(last.of(current).toFloatMatrix()), current.toFloatMatrix());
    }
  }
}
