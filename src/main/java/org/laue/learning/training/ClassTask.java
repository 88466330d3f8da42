package org.laue.learning.training;

import java.util.List;
import org.laue.UserException;
import org.laue.structure.ClassScheme;

/**
 * Which of some classes a thing is. Targets are one-hot, answers probabilities; the score is the
 * share of things whose most probable class is the true one.
 *
 * @param classes in the order of the probabilities
 */
public record ClassTask(ClassScheme classes) implements Task {
  private static final long serialVersionUID = 1L;

  /** A float's probability may be rounded to 0. */
  private static final double LEAST_PROBABILITY = 1e-7;

  /** Labels in the order of the probabilities. */
  public List<String> labels() {
    return classes.labels();
  }

  @Override
  public int outputs() {
    return classes.classes().size();
  }

  @Override
  public List<String> numberColumns() {
    return List.of();
  }

  @Override
  public float[] target(String label, float[] numbers) {
    int index = labels().indexOf(label);
    if (index < 0) {
      throw new UserException(
          "The table of examples holds the label %s, the model knows %s"
              .formatted(label, labels()));
    }
    float[] oneHot = new float[outputs()];
    oneHot[index] = 1;
    return oneHot;
  }

  @Override
  public double score(float[][] answers, float[][] targets) {
    int right = 0;
    for (int i = 0; i < answers.length; i++) {
      right += Answers.mostProbable(answers[i]) == Answers.mostProbable(targets[i]) ? 1 : 0;
    }
    return answers.length == 0 ? Double.NaN : (double) right / answers.length;
  }

  /** Mean of the negative logarithms of the true classes' probabilities. */
  @Override
  public double loss(float[][] answers, float[][] targets) {
    double sum = 0;
    for (int i = 0; i < answers.length; i++) {
      double probability = answers[i][Answers.mostProbable(targets[i])];
      sum -= Math.log(Math.max(LEAST_PROBABILITY, probability));
    }
    return sum / answers.length;
  }

  @Override
  public String text() {
    return classes.text();
  }
}
