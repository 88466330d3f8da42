package org.laue.spark;

import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.descriptors.Descriptor;
import org.laue.tables.runs.CompleteRun;

/**
 * Which images of the pristine training crystals the network is shown.
 *
 * @param structures run of structures
 * @param splits run of splits
 * @param split {@code honest} or {@code random}
 * @param descriptor what is made of them
 * @param seed of the study; what is drawn for a view is a function of it, the structure and the
 *     number of the view
 * @param epochs passes over the crystals that the training makes
 * @param drawing what may differ between the showings of a crystal
 * @param leastShare classes with fewer crystals than this share are shown more often, up to it
 * @param output directory for the descriptor's table
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record TrainingViewSettings(
    CompleteRun structures,
    CompleteRun splits,
    String split,
    Descriptor descriptor,
    long seed,
    int epochs,
    ViewDrawing drawing,
    double leastShare,
    String output,
    int partitions) {
  private static final double MOST_SHARE = 0.5;

  public TrainingViewSettings {
    if (epochs < 1) {
      throw new UserException("train.epochs must be at least 1, was " + epochs);
    }
    if (!(leastShare >= 0 && leastShare <= MOST_SHARE)) {
      throw new UserException(
          "train.least-share must be in [0, " + MOST_SHARE + "], was " + leastShare);
    }
  }

  /** Images of a crystal whose class is large enough. */
  int views() {
    return drawing.draws() ? epochs : 1;
  }

  /** Passes over all images that make the epochs. */
  public int passes() {
    return passes(epochs, drawing);
  }

  static int passes(int epochs, ViewDrawing drawing) {
    return drawing.draws() ? 1 : epochs;
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
    Map<String, String> map = new TreeMap<>(DescriptorTable.of(descriptor).toMap());
    map.put("views.split", split);
    map.put("views.seed", Long.toString(seed));
    map.put("views.count", Integer.toString(views()));
    map.putAll(drawing.toMap());
    map.put("views.leastShare", Double.toString(leastShare));
    return map;
  }
}
