package org.laue.spark;

import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.learning.training.TrainingSettings;
import org.laue.structure.ClassScheme;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link TrainStep} learns from and where the weights go.
 *
 * @param classes that the network tells apart
 * @param views run of the images that are learned, see {@link TrainingViewsStep}
 * @param fingerprints run of pristine fingerprints, of which the test side is watched
 * @param splits run of splits
 * @param split column of the splits, {@code honest} or {@code random}
 * @param output directory; the weights go to {@code <output>/weights}
 * @param passes over the images that are learned, shared among the workers
 * @param workers networks trained side by side; they move the result, so they are never taken from
 *     the machine
 * @param averagingFrequency batches of each worker between two averages
 */
public record TrainSettings(
    ClassScheme classes,
    CompleteRun views,
    CompleteRun fingerprints,
    CompleteRun splits,
    String split,
    String output,
    long seed,
    int passes,
    int batchSize,
    double learningRate,
    int workers,
    int averagingFrequency) {
  /** The learning rate falls to this share of its first value. */
  private static final double FINAL_RATE = 0.01;

  private static final double DROPOUT = 0.25;

  public TrainSettings {
    if (passes < 1) {
      throw new UserException("Passes over the images must be at least 1, were " + passes);
    }
    if (workers < 1) {
      throw new UserException("train.workers must be at least 1, was " + workers);
    }
    views.require(TableSchemas.FINGERPRINTS);
    fingerprints.require(TableSchemas.FINGERPRINTS);
    splits.require(TableSchemas.SPLITS);
  }

  /**
   * @param images training images
   */
  TrainingSettings training(int images) {
    long batches = Math.max(1, ((long) passes * images + batchSize - 1) / batchSize);
    return new TrainingSettings(
        seed,
        Math.toIntExact(batches),
        batchSize,
        learningRate,
        FINAL_RATE * learningRate,
        DROPOUT,
        workers,
        averagingFrequency);
  }

  /** Every setting that moves a weight, besides the runs. */
  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(training(1).toMap());
    // The number of batches follows from the passes and the images.
    map.remove("training.batches");
    map.put("training.passes", Integer.toString(passes));
    map.put("training.split", split);
    map.put("classes", classes.text());
    return map;
  }
}
