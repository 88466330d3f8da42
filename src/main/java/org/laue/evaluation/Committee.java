package org.laue.evaluation;

/**
 * Several answers to one question: of one network whose units are dropped, or of several networks.
 *
 * @param answers [members][classes], probabilities
 */
public record Committee(float[][] answers) {
  public Committee {
    if (answers.length == 0) {
      throw new IllegalArgumentException("A committee needs members");
    }
  }

  /** One alone. */
  public static Committee of(float[] answer) {
    return new Committee(new float[][] {answer});
  }

  /** Mean probability of each class. */
  public double[] mean() {
    double[] mean = new double[answers[0].length];
    for (float[] answer : answers) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) answer[i] / answers.length;
      }
    }
    return mean;
  }

  /** 1 where the mean is sure, 0 where all classes are as likely: 1 - entropy / ln(classes). */
  public double certainty() {
    return 1 - entropy(mean()) / Math.log(answers[0].length);
  }

  /**
   * 1 where all are as sure of the same: 1 - mutual information of answer and member / ln(classes)
   * (Houlsby et al., arXiv 1112.5745).
   */
  public double agreement() {
    double own = 0;
    for (float[] answer : answers) {
      own += entropy(of(answer).mean()) / answers.length;
    }
    return 1 - (entropy(mean()) - own) / Math.log(answers[0].length);
  }

  private static double entropy(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      sum -= p > 0 ? p * Math.log(p) : 0;
    }
    return sum;
  }
}
