package org.laue.learning.pointnet;

import java.util.List;
import org.laue.learning.training.ParameterList;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Weights of a linear layer with their biases.
 *
 * @param weights [inputs][outputs]
 * @param bias [1][outputs]
 */
record Linear(INDArray weights, INDArray bias) {

  /**
   * The next of a list.
   *
   * @param order in which the weights stand there: f in DL4J's own layers, c in those of a graph
   */
  static Linear next(ParameterList list, char order, int in, int out) {
    return new Linear(list.take(order, in, out), list.take('c', 1, out));
  }

  /** What comes out of these layers, each rectified. */
  static INDArray through(List<Linear> layers, INDArray inputs) {
    INDArray current = inputs;
    for (Linear layer : layers) {
      current = layer.rectified(current);
    }
    return current;
  }

  INDArray of(INDArray inputs) {
    return inputs.mmul(weights).addiRowVector(bias);
  }

  INDArray rectified(INDArray inputs) {
    return Transforms.relu(of(inputs), false);
  }
}
