package org.laue.learning;

import java.util.Arrays;
import java.util.Locale;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.image.Imaging;

/**
 * Tells when a fingerprint lies far from everything the network was trained on, where its
 * probabilities mean nothing. Two plain measures: the mean of the image, which is high where there
 * is no order, and the distance to the nearest training image in the space of the network's
 * features.
 *
 * @param meanLimit largest mean of an image that still counts as a crystal; infinite for what is no
 *     image
 * @param distanceLimit largest distance that still counts as known
 * @param scale [features] spread of each feature over the training set
 * @param anchors [n][features] of chosen training images, in units of {@code scale}
 */
public record Novelty(double meanLimit, double distanceLimit, float[] scale, float[][] anchors) {

  /** 99th percentile over crystals that lack 60 % of their atoms; liquids all lie above. */
  public static final double DEFAULT_MEAN_LIMIT = 0.0226;

  /** The limit of the mean for a descriptor's values; none for other things than images. */
  static double meanLimit(Descriptor descriptor) {
    return descriptor.name().equals(Imaging.NAME) ? DEFAULT_MEAN_LIMIT : Double.POSITIVE_INFINITY;
  }

  public Novelty {
    boolean usable =
        meanLimit > 0
            && distanceLimit > 0
            && scale != null
            && anchors != null
            && anchors.length > 0
            && Arrays.stream(anchors).allMatch(a -> a != null && a.length == scale.length);
    if (!usable) {
      throw new UserException(
          "A novelty gate needs positive limits, were %s and %s, and at least one anchor with as many features as its scale"
              .formatted(meanLimit, distanceLimit));
    }
  }

  /**
   * @param score 1 at the border of the known, above it beyond
   * @param reason a sentence for the reader, empty where {@code far} is false
   */
  public record Assessment(double score, boolean far, String reason) {}

  /**
   * @param image values of the descriptor, for images [3][64][64] flattened
   * @param features as in {@link Answers}
   */
  public Assessment assess(float[] image, float[] features) {
    double brightness = mean(image) / meanLimit;
    double strangeness = distance(features) / distanceLimit;
    double score = Math.max(brightness, strangeness);
    if (score <= 1) {
      return new Assessment(score, false, "");
    }
    return new Assessment(score, true, brightness > 1 ? diffuse(brightness) : unknown(strangeness));
  }

  /** Distance to the nearest anchor, root mean square over the features, in units of scale. */
  public double distance(float[] features) {
    if (features.length != scale.length) {
      throw new UserException(
          "Expected %d features, got %d".formatted(scale.length, features.length));
    }
    float[] scaled = scaled(features, scale);
    double nearest = Double.POSITIVE_INFINITY;
    for (float[] anchor : anchors) {
      nearest = Math.min(nearest, squaredDistance(scaled, anchor));
    }
    return Math.sqrt(nearest / scale.length);
  }

  static float[] scaled(float[] features, float[] scale) {
    float[] scaled = new float[features.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = features[i] / scale[i];
    }
    return scaled;
  }

  static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  static double mean(float[] image) {
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum / image.length;
  }

  private String diffuse(double brightness) {
    return String.format(
        Locale.ROOT,
        "The pattern is as diffuse as that of disordered matter (mean %.4f, limit %.4f)",
        brightness * meanLimit,
        meanLimit);
  }

  private String unknown(double strangeness) {
    return String.format(
        Locale.ROOT,
        "The pattern is unlike any in the training set (%.1f times the distance that still counts"
            + " as known)",
        strangeness);
  }
}
