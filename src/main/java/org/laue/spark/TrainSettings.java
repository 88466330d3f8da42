package org.laue.spark;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.laue.UserException;
import org.laue.learning.training.EarlyStopping;
import org.laue.learning.training.Task;
import org.laue.learning.training.TrainingSettings;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link TrainStep} learns from and where the weights go.
 *
 * @param task what the network is to answer
 * @param network its name, see {@link org.laue.learning.Networks}
 * @param views run of what is learned, see {@link TrainingViewsStep}
 * @param pristine run of the pristine structures' descriptors, of which the test side is watched
 * @param splits run of splits
 * @param targets run of the numbers that the task asks for; empty for classes
 * @param split column of the splits, {@code honest} or {@code random}
 * @param output directory; the weights go to {@code <output>/weights}
 * @param passes over the images that are learned, shared among the workers
 * @param workers networks trained side by side; they move the result, so they are never taken from
 *     the machine
 * @param averagingFrequency batches of each worker between two averages
 * @param dropout share of the features that a step does without
 * @param stopping whether the weights that answer the validation side best are kept
 */
public record TrainSettings(
    Task task,
    String network,
    CompleteRun views,
    CompleteRun pristine,
    CompleteRun splits,
    Optional<CompleteRun> targets,
    String split,
    String output,
    long seed,
    int passes,
    int batchSize,
    double learningRate,
    int workers,
    int averagingFrequency,
    double dropout,
    EarlyStopping stopping) {
  /** The learning rate falls to this share of its first value. */
  private static final double FINAL_RATE = 0.01;

  public TrainSettings {
    if (passes < 1) {
      throw new UserException("Passes over the images must be at least 1, were " + passes);
    }
    if (workers < 1) {
      throw new UserException("train.workers must be at least 1, was " + workers);
    }
    pristine.require(views.kind());
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
        dropout,
        workers,
        averagingFrequency);
  }

  /** The runs that are read, by name. */
  Map<String, CompleteRun> inputs() {
    Map<String, CompleteRun> inputs = new TreeMap<>();
    inputs.put("views", views);
    inputs.put("pristine", pristine);
    inputs.put("splits", splits);
    targets.ifPresent(run -> inputs.put("targets", run));
    return inputs;
  }

  /** Every setting that moves a weight, besides the runs. */
  Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(training(1).toMap());
    // The number of batches follows from the passes and the images.
    map.remove("training.batches");
    map.put("training.passes", Integer.toString(passes));
    map.put("training.split", split);
    map.put("training.network", network);
    map.put("task", task.text());
    map.putAll(stopping.toMap());
    return map;
  }
}
