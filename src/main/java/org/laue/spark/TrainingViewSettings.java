package org.laue.spark;

import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.tables.runs.CompleteRun;

/**
 * Which images of the pristine training crystals the network is shown.
 *
 * @param structures run of structures
 * @param splits run of splits
 * @param split {@code honest} or {@code random}
 * @param parameters of the fingerprints
 * @param seed of the study; what is drawn for a view is a function of it, the structure and the
 *     number of the view
 * @param epochs passes over the crystals that the training makes
 * @param lengthJitter largest change of the length scale, either way, as a share of it; below 1
 * @param drawCorners whether the signs of the cell vectors are drawn among the admissible ones
 * @param drawFaces whether half of the images put each atom on a face of the cell at one of the two
 *     faces, drawn
 * @param background largest mean of the speckled background that the images get, in units of the
 *     brightest pixel
 * @param leastShare classes with fewer crystals than this share are shown more often, up to it
 * @param output directory for the table {@code fingerprints}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record TrainingViewSettings(
    CompleteRun structures,
    CompleteRun splits,
    String split,
    FingerprintParameters parameters,
    long seed,
    int epochs,
    double lengthJitter,
    boolean drawCorners,
    boolean drawFaces,
    double background,
    double leastShare,
    String output,
    int partitions) {
  private static final double MOST_SHARE = 0.5;

  public TrainingViewSettings {
    if (epochs < 1) {
      throw new UserException("train.epochs must be at least 1, was " + epochs);
    }
    if (!(lengthJitter >= 0 && lengthJitter < 1)) {
      throw new UserException("train.length-jitter must be in [0, 1), was " + lengthJitter);
    }
    if (!(background >= 0 && background < 1)) {
      throw new UserException("train.background must be in [0, 1), was " + background);
    }
    if (!(leastShare >= 0 && leastShare <= MOST_SHARE)) {
      throw new UserException(
          "train.least-share must be in [0, " + MOST_SHARE + "], was " + leastShare);
    }
  }

  /** Whether the images of a crystal differ; then each epoch has its own. */
  private static boolean areDrawn(
      double lengthJitter, boolean drawCorners, boolean drawFaces, double background) {
    return lengthJitter > 0 || drawCorners || drawFaces || background > 0;
  }

  /** Images of a crystal whose class is large enough. */
  int views() {
    return areDrawn(lengthJitter, drawCorners, drawFaces, background) ? epochs : 1;
  }

  /** Passes over all images that make the epochs. */
  public int passes() {
    return passes(epochs, lengthJitter, drawCorners, drawFaces, background);
  }

  static int passes(
      int epochs, double lengthJitter, boolean drawCorners, boolean drawFaces, double background) {
    return areDrawn(lengthJitter, drawCorners, drawFaces, background) ? 1 : epochs;
  }

  /**
   * Images of each crystal of a class.
   *
   * @param count training crystals of the class
   * @param total training crystals
   */
  int views(long count, long total) {
    double lacking = leastShare * total / count;
    return views() * Math.max(1, (int) Math.ceil(lacking));
  }

  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    parameters.toMap().forEach((key, value) -> map.put("fingerprint." + key, value));
    map.put("views.split", split);
    map.put("views.seed", Long.toString(seed));
    map.put("views.count", Integer.toString(views()));
    map.put("views.lengthJitter", Double.toString(lengthJitter));
    map.put("views.drawCorners", Boolean.toString(drawCorners));
    map.put("views.drawFaces", Boolean.toString(drawFaces));
    map.put("views.background", Double.toString(background));
    map.put("views.leastShare", Double.toString(leastShare));
    return map;
  }
}
