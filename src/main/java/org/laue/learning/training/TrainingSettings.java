package org.laue.learning.training;

import java.util.Map;
import java.util.TreeMap;
import org.laue.UserException;

/**
 * How a network is trained.
 *
 * @param seed of weights, dropout and order of images
 * @param batches gradient steps summed over all workers; 1,480 in the paper (5 epochs of 9,465)
 * @param batchSize images per gradient step, 32 in the paper
 * @param learningRate first step of Adam, 1e-3 in the paper
 * @param finalLearningRate last step; between the two it falls linearly. The paper keeps it
 *     constant
 * @param dropout share of the flattened maps that is dropped, 0.25 in the paper
 * @param workers networks trained side by side and averaged; 1 on a single machine
 * @param averagingFrequency batches of each worker between two averages
 */
public record TrainingSettings(
    long seed,
    int batches,
    int batchSize,
    double learningRate,
    double finalLearningRate,
    double dropout,
    int workers,
    int averagingFrequency) {

  public TrainingSettings {
    requirePositive("batches", batches);
    requirePositive("batchSize", batchSize);
    requirePositive("workers", workers);
    requirePositive("averagingFrequency", averagingFrequency);
    if (!(finalLearningRate > 0 && finalLearningRate <= learningRate)) {
      throw new UserException(
          "The final learning rate must be in (0, %s], was %s"
              .formatted(learningRate, finalLearningRate));
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new UserException("Dropout must be in [0, 1), was " + dropout);
    }
  }

  /** The paper's training on one worker. */
  public static TrainingSettings paper(long seed) {
    return new TrainingSettings(seed, 1480, 32, 1e-3, 1e-3, 0.25, 1, 20);
  }

  public TrainingSettings withBatches(int newBatches) {
    return new TrainingSettings(
        seed,
        newBatches,
        batchSize,
        learningRate,
        finalLearningRate,
        dropout,
        workers,
        averagingFrequency);
  }

  public TrainingSettings withWorkers(int newWorkers) {
    return new TrainingSettings(
        seed,
        batches,
        batchSize,
        learningRate,
        finalLearningRate,
        dropout,
        newWorkers,
        averagingFrequency);
  }

  /** Batches between two averages, summed over the workers. */
  public int batchesPerRound() {
    return workers * averagingFrequency;
  }

  /** Rounds of averaging, all of equal length; the last one may go beyond {@code batches}. */
  public int rounds() {
    return (batches + batchesPerRound() - 1) / batchesPerRound();
  }

  /** Updates that each worker makes. */
  public int updatesPerWorker() {
    return rounds() * averagingFrequency;
  }

  /** Every setting by name, for provenance. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("training.seed", Long.toString(seed));
    map.put("training.batches", Integer.toString(batches));
    map.put("training.batch_size", Integer.toString(batchSize));
    map.put("training.learning_rate", Double.toString(learningRate));
    map.put("training.final_learning_rate", Double.toString(finalLearningRate));
    map.put("training.dropout", Double.toString(dropout));
    map.put("training.workers", Integer.toString(workers));
    map.put("training.averaging_frequency", Integer.toString(averagingFrequency));
    return map;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new UserException("Setting %s must be at least 1, was %d".formatted(name, value));
    }
  }
}
