package org.laue.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Collects the learning curve: accuracy on samples, pace, time left. */
public final class Monitor {
  /** Examples of each set that are looked at for a point of the curve. */
  public static final int SAMPLE = 64;

  /** At most so many points: all workers wait while the examples of one are looked at. */
  private static final int POINTS = 12;

  private final NetworkSpec network;
  private final Task task;
  private final TrainingSettings settings;
  private final List<Example> train;
  private final List<Example> test;
  private final Consumer<LearningCurve.Point> listener;
  private final List<LearningCurve.Point> points = new ArrayList<>();
  private long start = System.nanoTime();

  /** The twelfth of the training whose end gives the next point. */
  private long due = 1;

  /**
   * @param train some of what is learned from
   * @param test the same of what is not
   */
  public Monitor(
      NetworkSpec network,
      Task task,
      TrainingSettings settings,
      List<Example> train,
      List<Example> test,
      Consumer<LearningCurve.Point> listener) {
    this.network = network;
    this.task = task;
    this.settings = settings;
    this.train = spread(train);
    this.test = spread(test);
    this.listener = listener;
  }

  /** Takes up the curve of a training that was broken off. */
  public void goOn(LearningCurve earlier) {
    for (LearningCurve.Point point : earlier.points()) {
      points.add(point);
      due = nextAfter(point.batches());
      start = System.nanoTime() - (long) (point.seconds() * 1e9);
    }
  }

  private long nextAfter(int batches) {
    return (long) batches * POINTS / settings.batches() + 1;
  }

  /**
   * Notes the state after a round, if enough batches have passed since the last time or the
   * training ends.
   *
   * @param parameters of the averaged network
   */
  public void afterRound(int batches, double loss, Supplier<float[]> parameters) {
    if (batches < settings.batches() && (long) batches * POINTS < due * settings.batches()) {
      return;
    }
    due = nextAfter(batches);
    double seconds = (System.nanoTime() - start) * 1e-9;
    float[] now = network.settled(parameters.get(), train);
    LearningCurve.Point point =
        new LearningCurve.Point(
            batches / settings.batchesPerRound(),
            batches,
            (long) batches * settings.batchSize(),
            loss,
            score(now, train),
            score(now, test),
            seconds,
            seconds * Math.max(0, settings.batches() - batches) / batches);
    points.add(point);
    listener.accept(point);
  }

  private double score(float[] parameters, List<Example> examples) {
    return task.score(
        network.trained(parameters).answer(examples).outputs(),
        examples.stream().map(Example::target).toArray(float[][]::new));
  }

  /** At most {@link #SAMPLE} of them, evenly. */
  private static List<Example> spread(List<Example> examples) {
    int size = Math.min(SAMPLE, examples.size());
    return IntStream.range(0, size)
        .mapToObj(i -> examples.get((int) ((long) i * examples.size() / size)))
        .toList();
  }

  public LearningCurve curve() {
    return new LearningCurve(points);
  }
}
