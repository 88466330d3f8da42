package org.laue.learning.graphs;

import java.util.Arrays;
import org.laue.UserException;

/**
 * All learned numbers of a network that answers.
 *
 * @param own those before the last layer
 * @param last weights of the last layer, [outputs][features], and its biases
 */
public record GraphParameters(float[] own, float[] last, int features, int outputs) {

  /**
   * @param size how many numbers there are before the last layer
   * @throws UserException if there are more or fewer parameters than the network has
   */
  public static GraphParameters of(
      float[] parameters, String network, int size, int features, int outputs) {
    int expected = size + (features + 1) * outputs;
    if (parameters.length != expected) {
      throw new UserException(
          "Network %s with %d answers has %d parameters, there are %d"
              .formatted(network, outputs, expected, parameters.length));
    }
    return new GraphParameters(
        Arrays.copyOf(parameters, size),
        Arrays.copyOfRange(parameters, size, expected),
        features,
        outputs);
  }

  /** What the last layer makes of the features of a crystal, [outputs]. */
  public float[] sums(float[] featuresOfOne) {
    float[] sums = new float[outputs];
    int bias = features * outputs;
    for (int output = 0; output < outputs; output++) {
      double sum = last[bias + output];
      // DL4J keeps the weights of its own layers column by column.
      int column = output * features;
      for (int i = 0; i < features; i++) {
        sum += featuresOfOne[i] * last[column + i];
      }
      sums[output] = (float) sum;
    }
    return sums;
  }
}
