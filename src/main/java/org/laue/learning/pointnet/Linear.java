package org.laue.learning.pointnet;

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

  /** The next of a list, as DL4J keeps it. */
  static Linear next(ParameterList list, int in, int out) {
    return new Linear(list.take('f', in, out), list.take('c', 1, out));
  }

  INDArray of(INDArray inputs) {
    return inputs.mmul(weights).addiRowVector(bias);
  }

  INDArray rectified(INDArray inputs) {
    return Transforms.relu(of(inputs), false);
  }
}
