package org.laue.spark;

import org.laue.evaluation.ClassAnswers;
import org.laue.evaluation.ClassScore;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.RocArea;
import org.laue.structure.ClassScheme;

/**
 * Two classes that a number tells, asked of those who predict that number: it is a score of the
 * class of the large numbers, and says a class by the classes' own limits; between two limits that
 * of the nearer one.
 */
final class NumberAsClass {
  private final ClassScheme classes;
  private final int large;

  /**
   * @param classes two, told by a number
   */
  NumberAsClass(ClassScheme classes) {
    if (classes.quantity().isEmpty() || classes.labels().size() != 2) {
      throw new IllegalArgumentException("Not two classes by a number: " + classes);
    }
    this.classes = classes;
    this.large = classes.labels().indexOf(classes.label(Double.MAX_VALUE));
  }

  /**
   * @param who predicted the numbers
   * @param truth class of each thing
   */
  ClassScore score(String who, double[] numbers, int[] truth) {
    double[][] scores = new double[numbers.length][2];
    long right = 0;
    for (int i = 0; i < numbers.length; i++) {
      scores[i][large] = numbers[i];
      scores[i][1 - large] = -numbers[i];
      right += classes.labels().indexOf(classes.nearest(numbers[i])) == truth[i] ? 1 : 0;
    }
    ClassAnswers answers = new ClassAnswers(classes.labels(), scores, truth);
    return new ClassScore(
        who,
        new Proportion(right, truth.length),
        RocArea.ofClasses(scores, truth),
        answers.averagePrecision());
  }
}
