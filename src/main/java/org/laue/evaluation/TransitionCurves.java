package org.laue.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Probabilities of the classes along a path from one crystal to another, over structures and
 * models, and where the most probable class changes.
 *
 * @param labels classes in the order of the probabilities
 * @param positions places on the path, ascending
 * @param probabilities [samples][positions][classes]; a sample is one structure seen by one model
 */
public record TransitionCurves(
    List<String> labels, List<Double> positions, double[][][] probabilities) {
  private static final int RESAMPLES = 400;
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  public TransitionCurves {
    labels = List.copyOf(labels);
    positions = List.copyOf(positions);
    if (probabilities.length == 0) {
      throw new IllegalArgumentException("No structure was followed along the path");
    }
  }

  /**
   * Where one class takes over from another.
   *
   * @param position where their mean probabilities are equal, between two steps of the path
   * @param low end of the 95 % bootstrap interval over samples, NaN where there is one sample
   */
  public record Change(String from, String to, double position, double low, double high) {}

  public int samples() {
    return probabilities.length;
  }

  /** Mean probability of a class at each position, in [0, 1]. */
  public double[] mean(String label) {
    return mean(labels.indexOf(label), all());
  }

  /** Sample standard deviation of the same, NaN for one sample. */
  public double[] deviation(String label) {
    int index = labels.indexOf(label);
    double[] mean = mean(label);
    double[] deviation = new double[mean.length];
    for (int step = 0; step < mean.length; step++) {
      double sum = 0;
      for (double[][] sample : probabilities) {
        sum += Math.pow(sample[step][index] - mean[step], 2);
      }
      deviation[step] = samples() > 1 ? Math.sqrt(sum / (samples() - 1)) : Double.NaN;
    }
    return deviation;
  }

  /** Every change of the most probable class, along the path. */
  public List<Change> changes() {
    double[][] means = means(all());
    List<Change> changes = new ArrayList<>();
    for (int step = 1; step < positions.size(); step++) {
      int from = largest(means, step - 1);
      int to = largest(means, step);
      if (from != to) {
        changes.add(change(from, to, crossing(means, from, to, step)));
      }
    }
    return changes;
  }

  private Change change(int from, int to, double position) {
    double[] found = resampled(from, to, position);
    return new Change(
        labels.get(from), labels.get(to), position, quantile(found, LOW), quantile(found, HIGH));
  }

  /** The nearest crossing of the same two classes in samples drawn anew. */
  private double[] resampled(int from, int to, double position) {
    if (samples() == 1) {
      return new double[0];
    }
    Random random = new Random(RESAMPLES);
    return IntStream.range(0, RESAMPLES)
        .mapToObj(i -> random.ints(samples(), 0, samples()).toArray())
        .mapToDouble(drawn -> nearestCrossing(means(drawn), from, to, position))
        .filter(x -> !Double.isNaN(x))
        .sorted()
        .toArray();
  }

  private double nearestCrossing(double[][] means, int from, int to, double position) {
    double best = Double.NaN;
    for (int step = 1; step < positions.size(); step++) {
      double before = means[from][step - 1] - means[to][step - 1];
      double after = means[from][step] - means[to][step];
      if (before > 0 && after <= 0) {
        double x = crossing(means, from, to, step);
        boolean nearer = !(Math.abs(best - position) <= Math.abs(x - position));
        best = nearer ? x : best;
      }
    }
    return best;
  }

  private double crossing(double[][] means, int from, int to, int step) {
    double before = means[from][step - 1] - means[to][step - 1];
    double after = means[from][step] - means[to][step];
    double share = before / (before - after);
    double left = positions.get(step - 1);
    return left + share * (positions.get(step) - left);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static int largest(double[][] means, int step) {
    int best = 0;
    for (int label = 1; label < means.length; label++) {
      best = means[label][step] > means[best][step] ? label : best;
    }
    return best;
  }

  /** [classes][positions]. */
  private double[][] means(int[] samples) {
    double[][] means = new double[labels.size()][];
    Arrays.setAll(means, label -> mean(label, samples));
    return means;
  }

  private double[] mean(int label, int[] samples) {
    double[] mean = new double[positions.size()];
    for (int sample : samples) {
      for (int step = 0; step < mean.length; step++) {
        mean[step] += probabilities[sample][step][label] / samples.length;
      }
    }
    return mean;
  }

  private int[] all() {
    return IntStream.range(0, samples()).toArray();
  }
}
