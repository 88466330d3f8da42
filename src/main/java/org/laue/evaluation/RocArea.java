package org.laue.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Area under the receiver operating characteristic: the probability that one of the class scores
 * higher than one of the others, equal scores counting half (Hanley and McNeil, Radiology 143, 29,
 * 1982). Of all answers pooled, not averaged over batches.
 */
public final class RocArea {
  private RocArea() {}

  /**
   * @return NaN where all or none are positive
   */
  public static double of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double ranks = 0;
    long positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      // Ranks from + 1 to to, shared by equals.
      for (int i = from; i < to; i++) {
        if (positive[order[i]]) {
          ranks += (from + 1 + to) / 2.0;
          positives++;
        }
      }
      from = to;
    }
    long negatives = scores.length - positives;
    return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /**
   * Each class against the rest, mean over the classes that some but not all things are of.
   *
   * @param probabilities [things][classes]
   * @param truth class of each thing
   */
  public static double ofClasses(double[][] probabilities, int[] truth) {
    int classes = probabilities.length == 0 ? 0 : probabilities[0].length;
    double sum = 0;
    int counted = 0;
    for (int c = 0; c < classes; c++) {
      double area = ofClass(probabilities, truth, c);
      if (!Double.isNaN(area)) {
        sum += area;
        counted++;
      }
    }
    return sum / counted;
  }

  private static double ofClass(double[][] probabilities, int[] truth, int chosen) {
    double[] scores = Arrays.stream(probabilities).mapToDouble(row -> row[chosen]).toArray();
    boolean[] positive = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == chosen;
    }
    return of(scores, positive);
  }
}
