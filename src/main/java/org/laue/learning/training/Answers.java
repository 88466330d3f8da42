package org.laue.learning.training;

/**
 * What the network says about a set of images.
 *
 * @param probabilities [images][classes], each row sums to 1
 * @param features [images][128], rectified activations of the dense layer
 */
public record Answers(float[][] probabilities, float[][] features) {

  /** Index of the largest value; the first of equals. */
  public static int mostProbable(float[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
