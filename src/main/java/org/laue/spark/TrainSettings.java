package org.laue.spark;

import org.laue.UserException;
import org.laue.learning.TrainingSettings;
import org.laue.structure.ClassScheme;

/**
 * What {@link TrainStep} learns from and where the model goes.
 *
 * @param classes that the network tells apart
 * @param views run or table of the images that are learned, see {@link TrainingViewsStep}
 * @param fingerprints run or table of pristine fingerprints, of which the test side is watched
 * @param splits run or table of splits
 * @param split column of the splits, {@code honest} or {@code random}
 * @param model directory of the model on any Hadoop file system
 * @param passes over the images that are learned, shared among the workers
 * @param workers networks trained side by side, 0 = one per core that Spark has
 * @param averagingFrequency batches of each worker between two averages
 */
public record TrainSettings(
    ClassScheme classes,
    String views,
    String fingerprints,
    String splits,
    String split,
    String model,
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
    if (workers < 0) {
      throw new UserException("train.workers must be 0 (one per core) or more, was " + workers);
    }
  }

  /**
   * @param images training images
   * @param cores that Spark has
   */
  TrainingSettings training(int images, int cores) {
    long batches = Math.max(1, ((long) passes * images + batchSize - 1) / batchSize);
    return new TrainingSettings(
        seed,
        Math.toIntExact(batches),
        batchSize,
        learningRate,
        FINAL_RATE * learningRate,
        DROPOUT,
        workers == 0 ? cores : workers,
        averagingFrequency);
  }
}
