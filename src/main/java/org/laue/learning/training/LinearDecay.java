package org.laue.learning.training;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Learning rate that falls linearly from the first to the last update and stays there. */
public final class LinearDecay implements ISchedule {
  private static final long serialVersionUID = 1L;

  private final double first;
  private final double last;
  private final int updates;

  public LinearDecay(
      @JsonProperty("first") double first,
      @JsonProperty("last") double last,
      @JsonProperty("updates") int updates) {
    this.first = first;
    this.last = last;
    this.updates = updates;
  }

  /** Adam with the rates of a training, beta 0.9 and 0.999. */
  public static Adam adam(TrainingSettings settings) {
    LinearDecay rate =
        new LinearDecay(
            settings.learningRate(), settings.finalLearningRate(), settings.updatesPerWorker());
    return Adam.builder().learningRateSchedule(rate).beta1(0.9).beta2(0.999).epsilon(1e-8).build();
  }

  @JsonProperty("first")
  public double first() {
    return first;
  }

  @JsonProperty("last")
  public double last() {
    return last;
  }

  @JsonProperty("updates")
  public int updates() {
    return updates;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return first + (last - first) * Math.min(1, (double) iteration / updates);
  }

  @Override
  public LinearDecay clone() {
    return new LinearDecay(first, last, updates);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearDecay that
        && first == that.first
        && last == that.last
        && updates == that.updates;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Double.hashCode(first) + Double.hashCode(last)) + updates;
  }
}
