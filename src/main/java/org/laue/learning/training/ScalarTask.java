package org.laue.learning.training;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.laue.UserException;

/**
 * Numbers with units, such as a band gap. The network learns and answers each as its distance from
 * a typical value in units of a typical spread. The score is the coefficient of determination, mean
 * over the numbers: 1 where every answer is exact, 0 where the mean would do as well.
 */
public record ScalarTask(List<Scalar> scalars) implements Task {
  private static final long serialVersionUID = 1L;

  /**
   * @param column of the table that holds it
   * @param unit for people: {@code eV/atom}; may be empty
   * @param mean what the network's 0 stands for, in the unit
   * @param spread what a step of 1 of the network stands for, in the unit; positive
   * @param least what it cannot fall below: smaller answers are raised to it; null: nothing
   */
  public record Scalar(String column, String unit, double mean, double spread, Double least)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Scalar {
      if (!(spread > 0 && Double.isFinite(spread) && Double.isFinite(mean))) {
        throw new UserException(
            "Numbers of %s cannot be learned: their mean is %s, their spread %s; all the same?"
                .formatted(column, mean, spread));
      }
    }

    /** A number whose scale is not known yet. */
    public Scalar(String column, String unit) {
      this(column, unit, 0, 1, null);
    }

    /** The same number, which cannot fall below this. */
    public Scalar notBelow(double limit) {
      return new Scalar(column, unit, mean, spread, limit);
    }

    /** The same number as a training set has it. */
    public Scalar scaled(double newMean, double newSpread) {
      return new Scalar(column, unit, newMean, newSpread, least);
    }

    float toNetwork(double number) {
      return (float) ((number - mean) / spread);
    }

    private float limit() {
      return least == null ? Float.NEGATIVE_INFINITY : toNetwork(least);
    }

    /** A network's output in the unit of the number. */
    public double ofNetwork(float output) {
      double number = mean + spread * output;
      return least == null ? number : Math.max(least, number);
    }

    @Override
    public String toString() {
      String limit = least == null ? "" : " >= " + least;
      return (column + " " + unit).strip() + limit;
    }
  }

  public ScalarTask {
    scalars = List.copyOf(scalars);
    if (scalars.isEmpty()) {
      throw new UserException("A task of numbers needs at least one");
    }
  }

  @Override
  public int outputs() {
    return scalars.size();
  }

  @Override
  public List<String> numberColumns() {
    return scalars.stream().map(Scalar::column).toList();
  }

  /** What each number cannot fall below, as a network says it; -infinity: nothing. */
  List<Float> limits() {
    return scalars.stream().map(Scalar::limit).toList();
  }

  @Override
  public float[] target(String label, float[] numbers) {
    float[] target = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new UserException(
            "Column %s of the examples holds %s, which cannot be learned; leave such rows out"
                .formatted(scalars.get(i).column(), numbers[i]));
      }
      target[i] = scalars.get(i).toNetwork(numbers[i]);
    }
    return target;
  }

  @Override
  public double score(float[][] answers, float[][] targets) {
    double sum = 0;
    for (int output = 0; output < outputs(); output++) {
      sum += determination(answers, targets, output);
    }
    return sum / outputs();
  }

  /** Mean absolute error in units of the spreads, mean over the numbers. */
  @Override
  public double loss(float[][] answers, float[][] targets) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      for (int output = 0; output < outputs(); output++) {
        Scalar scalar = scalars.get(output);
        double truth = scalar.mean() + scalar.spread() * targets[i][output];
        sum += Math.abs(scalar.ofNetwork(answers[i][output]) - truth) / scalar.spread();
      }
    }
    return sum / targets.length / outputs();
  }

  private double determination(float[][] answers, float[][] targets, int output) {
    float limit = scalars.get(output).limit();
    double mean = 0;
    for (float[] target : targets) {
      mean += target[output] / (double) targets.length;
    }
    double errors = 0;
    double spread = 0;
    for (int i = 0; i < targets.length; i++) {
      errors += square(Math.max(limit, answers[i][output]) - targets[i][output]);
      spread += square(targets[i][output] - mean);
    }
    return 1 - errors / spread;
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public String text() {
    return scalars.stream()
        .map(s -> s + " " + s.mean() + " " + s.spread())
        .collect(Collectors.joining("\n"));
  }
}
