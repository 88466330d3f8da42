package org.laue.evaluation;

import java.util.Arrays;
import java.util.List;
import org.laue.StableRandom;

/**
 * Cosines of the vectors of two crystals, mean over the pairs within a group and over the pairs of
 * different groups. Intervals are 95 % percentile bootstrap intervals over the crystals, 200
 * samples: pairs that share a crystal are not independent.
 *
 * @param of what the vectors are
 * @param by what a group has in common: {@code space group}
 * @param pairs which pairs count: {@code all}, or {@code no common element}
 * @param difference within minus between; its number of pairs is that of both
 */
public record Similarity(
    String of, String by, String pairs, Mean within, Mean between, Mean difference) {
  public static final String ALL = "all";

  /** Pairs of crystals that do not share an element: what they share is not their chemistry. */
  public static final String NO_COMMON_ELEMENT = "no common element";

  private static final int SAMPLES = 200;
  private static final double TAIL = 0.025;

  /**
   * @param pairs how many
   * @param mean NaN without pairs
   */
  public record Mean(long pairs, double mean, double low, double high) {}

  /** Sums over pairs: of the cosines and of how often each counts. */
  private static final class Sums {
    private double within;
    private double withinCount;
    private double between;
    private double betweenCount;

    void add(boolean same, double times, double cosine) {
      if (same) {
        within += times * cosine;
        withinCount += times;
      } else {
        between += times * cosine;
        betweenCount += times;
      }
    }

    double[] means() {
      double inside = within / withinCount;
      double outside = between / betweenCount;
      return new double[] {inside, outside, inside - outside};
    }
  }

  /**
   * @param cosines [crystals][crystals], of which those right of the diagonal are read
   * @param groups of the crystals
   * @param excluded [crystals][crystals], pairs that do not count; null: all do
   */
  static Similarity of(
      String what, String by, double[][] cosines, List<?> groups, boolean[][] excluded) {
    int n = cosines.length;
    int[] once = new int[n];
    Arrays.fill(once, 1);
    Sums whole = sums(cosines, groups, excluded, once);
    double[][] samples = new double[3][SAMPLES];
    StableRandom random = new StableRandom(n);
    for (int sample = 0; sample < SAMPLES; sample++) {
      int[] times = new int[n];
      for (int i = 0; i < n; i++) {
        times[random.nextInt(n)]++;
      }
      double[] means = sums(cosines, groups, excluded, times).means();
      for (int i = 0; i < means.length; i++) {
        samples[i][sample] = means[i];
      }
    }
    double[] means = whole.means();
    long within = (long) whole.withinCount;
    long between = (long) whole.betweenCount;
    return new Similarity(
        what,
        by,
        excluded == null ? ALL : NO_COMMON_ELEMENT,
        mean(within, means[0], samples[0]),
        mean(between, means[1], samples[1]),
        mean(within + between, means[2], samples[2]));
  }

  private static Sums sums(double[][] cosines, List<?> groups, boolean[][] excluded, int[] times) {
    Sums sums = new Sums();
    for (int i = 0; i < cosines.length; i++) {
      for (int j = i + 1; j < cosines.length && times[i] > 0; j++) {
        if (times[j] > 0 && (excluded == null || !excluded[i][j])) {
          sums.add(groups.get(i).equals(groups.get(j)), times[i] * times[j], cosines[i][j]);
        }
      }
    }
    return sums;
  }

  /** Samples without a pair tell nothing. */
  private static Mean mean(long pairs, double mean, double[] samples) {
    double[] sorted = Arrays.stream(samples).filter(s -> !Double.isNaN(s)).sorted().toArray();
    if (sorted.length == 0) {
      return new Mean(pairs, mean, Double.NaN, Double.NaN);
    }
    int cut = (int) (TAIL * sorted.length);
    return new Mean(pairs, mean, sorted[cut], sorted[sorted.length - 1 - cut]);
  }

  /** Of every two vectors. */
  static double[][] cosines(double[][] vectors) {
    int n = vectors.length;
    double[][] unit = Arrays.stream(vectors).map(Similarity::unit).toArray(double[][]::new);
    double[][] cosines = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double sum = 0;
        for (int c = 0; c < unit[i].length; c++) {
          sum += unit[i][c] * unit[j][c];
        }
        cosines[i][j] = sum;
        cosines[j][i] = sum;
      }
    }
    return cosines;
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    return Arrays.stream(vector).map(x -> length == 0 ? 0 : x / length).toArray();
  }
}
