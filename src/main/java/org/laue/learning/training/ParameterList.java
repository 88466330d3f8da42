package org.laue.learning.training;

import java.util.Arrays;
import org.laue.UserException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's flat list of parameters, from which its arrays are taken one after the other. */
public final class ParameterList {
  private final float[] parameters;
  private int next;

  public ParameterList(float[] parameters) {
    this.parameters = parameters;
  }

  /** How many were taken so far: the place of the next. */
  public int position() {
    return next;
  }

  /**
   * The next array, a copy.
   *
   * @param order c where the last index runs fastest, f where the first does
   */
  public INDArray take(char order, long... shape) {
    int length = 1;
    for (long size : shape) {
      length = Math.toIntExact(length * size);
    }
    if (next + length > parameters.length) {
      throw new UserException(
          "The list of parameters ends at %d, before the network is complete"
              .formatted(parameters.length));
    }
    float[] values = Arrays.copyOfRange(parameters, next, next + length);
    next += length;
    return Nd4j.create(values, shape, order);
  }

  /**
   * @throws UserException if not all were taken
   */
  public void requireEnd(int outputs) {
    if (next != parameters.length) {
      throw new UserException(
          "A network of %d classes has %d parameters, there are %d"
              .formatted(outputs, next, parameters.length));
    }
  }
}
