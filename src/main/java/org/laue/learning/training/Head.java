package org.laue.learning.training;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.laue.UserException;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * What becomes of the sums of a network's last layer, and what it is trained by.
 *
 * @param probabilities whether they become probabilities of classes, trained by cross-entropy; else
 *     they are numbers, trained by absolute error: one wild number in a million spoils nothing
 * @param limits what each number cannot fall below, as the network says it; -infinity: nothing.
 *     Empty for probabilities
 */
public record Head(boolean probabilities, List<Float> limits) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Probabilities of classes. */
  public static final Head SOFTMAX = new Head(true, List.of());

  public Head {
    limits = List.copyOf(limits);
  }

  /** Numbers that nothing limits. */
  public static Head numbers(int outputs) {
    return new Head(false, Collections.nCopies(outputs, Float.NEGATIVE_INFINITY));
  }

  /** The one that answers what a task asks. */
  public static Head of(Task task) {
    return task instanceof ScalarTask numbers ? new Head(false, numbers.limits()) : SOFTMAX;
  }

  public Activation activation() {
    return probabilities ? Activation.SOFTMAX : Activation.IDENTITY;
  }

  public ILossFunction loss() {
    return probabilities ? new LossMCXENT() : new LimitedAbsoluteError(limits);
  }

  /**
   * Answers of a network's sums.
   *
   * @param sums [things][outputs]; changed
   */
  public float[][] answers(float[][] sums) {
    if (probabilities) {
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
