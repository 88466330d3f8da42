package org.laue.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether answers are as often right as their probability says: most probable classes in ten bins
 * of equal width by their probability (Guo et al., arXiv 1706.04599).
 *
 * @param bins those that hold an answer, by rising probability
 */
public record Calibration(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * @param meanProbability of the answers in the bin
   * @param right how many of them are
   */
  public record Bin(double meanProbability, Proportion right) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  static Calibration of(double[][] probabilities, int[] truth) {
    double[] given = new double[truth.length];
    boolean[] right = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      int answer = ClassScore.mostProbable(probabilities[i]);
      given[i] = probabilities[i][answer];
      right[i] = answer == truth[i];
    }
    return of(given, right);
  }

  /**
   * @param given probability of each answer
   * @param right whether it is
   */
  static Calibration of(double[] given, boolean[] right) {
    double[] sums = new double[BINS];
    long[] counts = new long[BINS];
    long[] hits = new long[BINS];
    for (int i = 0; i < given.length; i++) {
      int bin = Math.max(0, Math.min(BINS - 1, (int) (BINS * given[i])));
      sums[bin] += given[i];
      counts[bin]++;
      hits[bin] += right[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bins.add(new Bin(sums[bin] / counts[bin], new Proportion(hits[bin], counts[bin])));
      }
    }
    return new Calibration(bins);
  }

  /** Expected calibration error: mean distance of probability and share right over the answers. */
  public double expectedError() {
    double sum = 0;
    long all = 0;
    for (Bin bin : bins) {
      sum += bin.right().n() * Math.abs(bin.meanProbability() - bin.right().percent() / 100);
      all += bin.right().n();
    }
    return sum / all;
  }
}
