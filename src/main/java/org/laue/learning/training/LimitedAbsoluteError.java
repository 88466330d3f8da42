package org.laue.learning.training;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Mean absolute error of numbers that are raised to a limit where the network answers less, as the
 * gap of a metal is: an answer below the limit is no error where the truth is the limit.
 */
public final class LimitedAbsoluteError extends LossMAE {
  private static final long serialVersionUID = 1L;

  /** Of each output. */
  @JsonProperty("limits")
  private List<Float> limits;

  /** For the reader of stored configurations. */
  public LimitedAbsoluteError() {}

  LimitedAbsoluteError(List<Float> limits) {
    this.limits = limits;
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray sums, IActivation activation, INDArray mask, boolean average) {
    return super.computeScore(reached(labels, sums), sums, activation, mask, average);
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray sums, IActivation activation, INDArray mask) {
    return super.computeScoreArray(reached(labels, sums), sums, activation, mask);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray sums, IActivation activation, INDArray mask) {
    return super.computeGradient(reached(labels, sums), sums, activation, mask);
  }

  /** The truth, but where truth and answer do not exceed the limit: the answer itself. */
  private INDArray reached(INDArray labels, INDArray sums) {
    INDArray reached = labels.castTo(sums.dataType()).dup();
    for (int output = 0; output < limits.size(); output++) {
      float limit = limits.get(output);
      for (int row = 0; row < reached.rows(); row++) {
        double answer = sums.getDouble(row, output);
        if (reached.getDouble(row, output) <= limit && answer <= limit) {
          reached.putScalar(row, output, answer);
        }
      }
    }
    return reached;
  }
}
