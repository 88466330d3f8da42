package org.laue.learning.training;

import java.util.List;
import org.laue.UserException;

/**
 * Numbers with units, such as a band gap. The score is the coefficient of determination, mean over
 * the numbers: 1 where every answer is exact, 0 where the mean would do as well.
 */
public record ScalarTask(List<Scalar> scalars) implements Task {
  private static final long serialVersionUID = 1L;

  /**
   * @param column of the table that holds it
   * @param unit for people: {@code eV/atom}
   */
  public record Scalar(String column, String unit) implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
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

  @Override
  public float[] target(String label, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new UserException(
            "Column %s of the examples holds %s, which cannot be learned; leave such rows out"
                .formatted(scalars.get(i).column(), numbers[i]));
      }
    }
    return numbers;
  }

  @Override
  public double score(float[][] answers, float[][] targets) {
    double sum = 0;
    for (int output = 0; output < outputs(); output++) {
      sum += determination(answers, targets, output);
    }
    return sum / outputs();
  }

  private static double determination(float[][] answers, float[][] targets, int output) {
    double mean = 0;
    for (float[] target : targets) {
      mean += target[output] / (double) targets.length;
    }
    double errors = 0;
    double spread = 0;
    for (int i = 0; i < targets.length; i++) {
      errors += square(answers[i][output] - targets[i][output]);
      spread += square(targets[i][output] - mean);
    }
    return 1 - errors / spread;
  }

  private static double square(double x) {
    return x * x;
  }
}
