package org.laue.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds anchors and limits of the {@link Novelty} gate from images that are known to be in class.
 */
final class NoveltyCalibration {
  /** Anchors kept; more would make a model larger, not better. */
  static final int ANCHORS = 512;

  /** Share of the calibration images inside the limits. */
  static final double INSIDE = 0.99;

  /** Where only pristine images calibrate: how much farther a broken crystal may lie. */
  static final double PRISTINE_MARGIN = 3;

  private NoveltyCalibration() {}

  /**
   * @param meanLimit see {@link Novelty#meanLimit()}
   * @param training features [n][features] of training images
   * @param broken features of defective variants that shall count as known; may be empty
   */
  static Novelty calibrate(double meanLimit, float[][] training, float[][] broken) {
    float[] scale = spread(training);
    List<float[]> scaled = new ArrayList<>();
    for (float[] features : training) {
      scaled.add(Novelty.scaled(features, scale));
    }
    float[][] anchors = farthestFirst(scaled, ANCHORS);
    Novelty open = new Novelty(meanLimit, 1, scale, anchors);
    double limit =
        broken.length == 0
            ? PRISTINE_MARGIN * neighbourDistance(scaled, scale.length)
            : quantile(distances(open, broken));
    return new Novelty(meanLimit, Math.max(limit, 1e-6), scale, anchors);
  }

  /** Standard deviation of each feature, at least a hundredth of the largest. */
  private static float[] spread(float[][] features) {
    int length = features[0].length;
    float[] spread = new float[length];
    float largest = 0;
    for (int i = 0; i < length; i++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : features) {
        sum += row[i];
        squares += (double) row[i] * row[i];
      }
      double mean = sum / features.length;
      spread[i] = (float) Math.sqrt(Math.max(0, squares / features.length - mean * mean));
      largest = Math.max(largest, spread[i]);
    }
    for (int i = 0; i < length; i++) {
      spread[i] = Math.max(spread[i], Math.max(largest, 1e-6f) / 100);
    }
    return spread;
  }

  /** Points each as far as possible from those before it (Gonzalez 1985). */
  private static float[][] farthestFirst(List<float[]> points, int limit) {
    double[] nearest = new double[points.size()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    List<float[]> chosen = new ArrayList<>();
    int next = 0;
    while (chosen.size() < limit && nearest[next] > 0) {
      float[] anchor = points.get(next);
      chosen.add(anchor);
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], Novelty.squaredDistance(points.get(i), anchor));
      }
      next = indexOfLargest(nearest);
    }
    return chosen.toArray(float[][]::new);
  }

  private static int indexOfLargest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Distance from each point to its nearest other point, at the quantile {@link #INSIDE}. */
  private static double neighbourDistance(List<float[]> points, int length) {
    double[] distances = new double[points.size()];
    for (int i = 0; i < distances.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < distances.length; j++) {
        double distance = i == j ? nearest : Novelty.squaredDistance(points.get(i), points.get(j));
        nearest = Math.min(nearest, distance);
      }
      distances[i] = distances.length == 1 ? 0 : Math.sqrt(nearest / length);
    }
    return quantile(distances);
  }

  private static double[] distances(Novelty gate, float[][] features) {
    return Arrays.stream(features).mapToDouble(gate::distance).toArray();
  }

  private static double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(INSIDE * sorted.length))];
  }
}
