package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.laue.UserException;
import org.laue.learning.training.BestWeights;
import org.laue.learning.training.EarlyStopping;
import org.laue.learning.training.Example;
import org.laue.learning.training.LearningCurve;
import org.laue.learning.training.Monitor;
import org.laue.learning.training.NetworkSpec;
import org.laue.learning.training.Task;
import org.laue.learning.training.Trained;
import org.laue.learning.training.TrainingSettings;
import org.laue.tables.Hashes;
import org.laue.tables.rows.Splits;
import org.nd4j.linalg.dataset.DataSet;
import scala.Function1;

/**
 * Trains a network on a table of examples: in each round every worker takes a copy, makes some
 * updates on its own batches, and the copies are averaged. The batches, and what is drawn for them,
 * depend on the seed and the rows' keys, not on partitions or executors.
 */
public final class ParameterAveragingTraining {
  /** Examples that stand for all: batch normalisation and the novelty gate are set by them. */
  private static final int SAMPLE = 2048;

  private final JavaSparkContext context;
  private final NetworkSpec network;
  private final Task task;
  private final TrainingSettings settings;
  private final EarlyStopping stopping;

  public ParameterAveragingTraining(
      JavaSparkContext context, NetworkSpec network, Task task, TrainingSettings settings) {
    this(context, network, task, settings, EarlyStopping.NONE);
  }

  private ParameterAveragingTraining(
      JavaSparkContext context,
      NetworkSpec network,
      Task task,
      TrainingSettings settings,
      EarlyStopping stopping) {
    this.context = context;
    this.network = network;
    this.task = task;
    this.settings = settings;
    this.stopping = stopping;
  }

  /** The same, which keeps the weights that answer the table's validation side best. */
  public ParameterAveragingTraining stopping(EarlyStopping rule) {
    return new ParameterAveragingTraining(context, network, task, settings, rule);
  }

  /**
   * @param listener called on the driver about a dozen times, at the end of a round
   */
  public Trained train(ExampleTable table, Consumer<LearningCurve.Point> listener) {
    return train(table, listener, Optional.empty());
  }

  /**
   * @param states where an earlier training of the same settings may have left its state, and this
   *     one leaves its own
   */
  Trained train(
      ExampleTable table, Consumer<LearningCurve.Point> listener, Optional<TrainingStates> states) {
    TrainingExamples train = new TrainingExamples(table, Splits.TRAIN, task);
    List<Example> sample = train.sample(SAMPLE);
    List<Example> test = new TrainingExamples(table, Splits.TEST, task).sample(Monitor.SAMPLE);
    Monitor monitor = new Monitor(network, task, settings, sample, test, listener);
    BestWeights best =
        new BestWeights(network, task, stopping, settings.batches(), sample, validation(table));
    float[] parameters = rounds(train, new Watch(monitor, best), states);
    return new Trained(parameters, sample, train.keys().size(), monitor.curve(), best.found());
  }

  private List<Example> validation(ExampleTable table) {
    if (!stopping.asked()) {
      return List.of();
    }
    List<Example> validation = new TrainingExamples(table, Splits.VALIDATION, task).sample(SAMPLE);
    if (validation.isEmpty()) {
      throw new UserException(
          "Early stopping needs a validation side, and nothing stands on it: name it (train.validation-fraction, train.sides) or set train.early-stopping = 0");
    }
    return validation;
  }

  /** Who looks at the network between rounds. */
  private record Watch(Monitor monitor, BestWeights best) {
    void afterRound(int batches, double loss, Supplier<float[]> parameters) {
      monitor.afterRound(batches, loss, parameters);
      best.afterRound(batches, parameters);
    }

    /** The rounds that need not be done again. */
    int goOn(MultiLayerNetwork network, TrainingState state) {
      state.restore(network);
      monitor.goOn(state.curve());
      best.goOn(state.best());
      return state.rounds();
    }

    TrainingState state(int rounds, MultiLayerNetwork network) {
      return TrainingState.of(rounds, network, monitor.curve(), best.state());
    }
  }

  private float[] rounds(TrainingExamples train, Watch watch, Optional<TrainingStates> states) {
    MultiLayerNetwork averaged = network.create(settings);
    int done = states.flatMap(TrainingStates::newest).map(s -> watch.goOn(averaged, s)).orElse(0);
    RoundMaster master = new RoundMaster(settings);
    SparkDl4jMultiLayer distributed = new SparkDl4jMultiLayer(context, averaged, master);
    RoundPlan plan = new RoundPlan(settings, train.keys());
    int workers = settings.workers();
    for (int first = 0;
        first < settings.rounds() && !watch.best().over();
        first += plan.windowRounds()) {
      int rounds = Math.min(plan.windowRounds(), settings.rounds() - first);
      if (first + rounds <= done) {
        continue;
      }
      long seed = Hashes.mix(settings.seed(), "window from round " + first);
      JavaRDD<PlacedExample> placed =
          train.distribute(context, plan.window(first, rounds), rounds * workers, seed);
      for (int round = Math.max(0, done - first); round < rounds && !watch.best().over(); round++) {
        master.round(distributed, batches(placed, round * workers));
        watch.afterRound(
            (first + round + 1) * settings.batchesPerRound(),
            distributed.getScore(),
            () -> NetworkSpec.parameters(averaged));
        int now = first + round + 1;
        states.ifPresent(s -> s.keep(() -> watch.state(now, averaged)));
      }
    }
    return watch.best().orLast(() -> NetworkSpec.parameters(averaged));
  }

  /** The batches of one round, one partition per worker. */
  private JavaRDD<DataSet> batches(JavaRDD<PlacedExample> placed, int firstPartition) {
    int workers = settings.workers();
    int batchSize = settings.batchSize();
    NetworkSpec trained = network;
    Function1<Object, Object> ofThisRound =
        (Function1<Object, Object> & Serializable)
            p -> (Integer) p >= firstPartition && (Integer) p < firstPartition + workers;
    return PartitionPruningRDD.create(placed.rdd(), ofThisRound)
        .toJavaRDD()
        .mapPartitions(examples -> batches(examples, batchSize, trained));
  }

  private static Iterator<DataSet> batches(
      Iterator<PlacedExample> examples, int batchSize, NetworkSpec network) {
    List<PlacedExample> sorted = new ArrayList<>();
    examples.forEachRemaining(sorted::add);
    sorted.sort(Comparator.comparingInt(PlacedExample::place));
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < sorted.size();
      }

      @Override
      public DataSet next() {
        List<PlacedExample> batch = sorted.subList(next, Math.min(next + batchSize, sorted.size()));
        next += batch.size();
        return network.batch(batch.stream().map(PlacedExample::example).toList());
      }
    };
  }
}
