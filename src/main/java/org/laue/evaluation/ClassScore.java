package org.laue.evaluation;

/**
 * How well someone tells classes.
 *
 * @param who for people, for instance {@code majority class}
 * @param rocArea see {@link RocArea#ofClasses}
 * @param averagePrecision see {@link ClassAnswers#averagePrecision}
 */
public record ClassScore(String who, Proportion right, double rocArea, double averagePrecision) {

  /**
   * @param probabilities [things][classes]
   * @param truth class of each thing
   */
  static ClassScore of(String who, double[][] probabilities, int[] truth, double precision) {
    long right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += mostProbable(probabilities[i]) == truth[i] ? 1 : 0;
    }
    return new ClassScore(
        who,
        new Proportion(right, truth.length),
        RocArea.ofClasses(probabilities, truth),
        precision);
  }

  static int mostProbable(double[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
