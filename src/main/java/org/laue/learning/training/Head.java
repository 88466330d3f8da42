package org.laue.learning.training;

import org.laue.UserException;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What becomes of the sums of a network's last layer. */
public enum Head {
  /** Probabilities of classes, trained by cross-entropy. */
  SOFTMAX(Activation.SOFTMAX, LossFunction.MCXENT),
  /**
   * Numbers as they are, trained by absolute error: one wild number in a million spoils nothing.
   */
  LINEAR(Activation.IDENTITY, LossFunction.MEAN_ABSOLUTE_ERROR);

  private final Activation activation;
  private final LossFunction loss;

  Head(Activation activation, LossFunction loss) {
    this.activation = activation;
    this.loss = loss;
  }

  /** The one that answers what a task asks. */
  public static Head of(Task task) {
    return task instanceof ClassTask ? SOFTMAX : LINEAR;
  }

  public Activation activation() {
    return activation;
  }

  public LossFunction loss() {
    return loss;
  }

  /**
   * Answers of a network's sums.
   *
   * @param sums [things][outputs]; changed
   */
  public float[][] answers(float[][] sums) {
    if (this == SOFTMAX) {
      for (float[] row : sums) {
        softmax(row);
      }
    }
    return sums;
  }

  private static void softmax(float[] row) {
    double largest = Float.NEGATIVE_INFINITY;
    for (float value : row) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    double[] powers = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      powers[i] = Math.exp(row[i] - largest);
      sum += powers[i];
    }
    if (!Double.isFinite(sum)) {
      throw new UserException("What the network looks at holds values that are not finite numbers");
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (powers[i] / sum);
    }
  }
}
