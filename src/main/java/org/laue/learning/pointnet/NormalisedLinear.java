package org.laue.learning.pointnet;

import java.util.ArrayList;
import java.util.List;
import org.laue.learning.training.Floats;
import org.laue.learning.training.ParameterList;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A linear layer with the batch normalisation after it: gamma (x - mean) / sqrt(variance + epsilon)
 * + beta of x that the linear layer makes.
 *
 * @param gamma [1][outputs], as beta, mean and variance
 * @param statistics where mean and variance begin in the list of parameters
 */
record NormalisedLinear(
    Linear linear,
    INDArray gamma,
    INDArray beta,
    INDArray mean,
    INDArray variance,
    int statistics) {
  static final double EPSILON = 1e-5;

  /** The next of a list; of the order see {@link Linear#next}. */
  static NormalisedLinear next(ParameterList list, char order, int in, int out) {
    Linear linear = Linear.next(list, order, in, out);
    INDArray gamma = list.take('c', 1, out);
    INDArray beta = list.take('c', 1, out);
    int statistics = list.position();
    return new NormalisedLinear(
        linear, gamma, beta, list.take('c', 1, out), list.take('c', 1, out), statistics);
  }

  /** The next of a list, each as one linear layer. */
  static List<Linear> folded(ParameterList list, char order, int in, int[] widths) {
    List<Linear> layers = new ArrayList<>();
    int width = in;
    for (int next : widths) {
      layers.add(next(list, order, width, next).folded());
      width = next;
    }
    return layers;
  }

  /** Both as one linear layer. */
  Linear folded() {
    INDArray scale = gamma.div(Transforms.sqrt(variance.add(EPSILON)));
    return new Linear(
        linear.weights().mulRowVector(scale), linear.bias().sub(mean).mul(scale).add(beta));
  }

  /** The same with other statistics, which are written into a list of parameters too. */
  NormalisedLinear measured(Moments moments, float[] parameters) {
    float[] average = Floats.rounded(moments.mean());
    float[] spread = Floats.rounded(moments.variance());
    System.arraycopy(average, 0, parameters, statistics, average.length);
    System.arraycopy(spread, 0, parameters, statistics + average.length, spread.length);
    return new NormalisedLinear(linear, gamma, beta, row(average), row(spread), statistics);
  }

  private static INDArray row(float[] values) {
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }
}
