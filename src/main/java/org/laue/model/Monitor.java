package org.laue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the learning curve: accuracy on samples, pace, time left. */
public final class Monitor {
  /** Images of each set that are classified after a round; keeps its cost below a batch or two. */
  public static final int SAMPLE = 64;

  private final TrainingSettings settings;
  private final ImageSet train;
  private final ImageSet test;
  private final int classes;
  private final Consumer<LearningCurve.Point> listener;
  private final List<LearningCurve.Point> points = new ArrayList<>();
  private final long start = System.nanoTime();

  public Monitor(
      TrainingSettings settings,
      int classes,
      ImageSet train,
      ImageSet test,
      Consumer<LearningCurve.Point> listener) {
    this.settings = settings;
    this.classes = classes;
    this.train = train.sample(SAMPLE);
    this.test = test.sample(SAMPLE);
    this.listener = listener;
  }

  /**
   * Notes the state after a round.
   *
   * @param parameters of the averaged network
   */
  public void afterRound(int batches, double loss, float[] parameters) {
    Inference network = new Inference(parameters, classes);
    double seconds = (System.nanoTime() - start) * 1e-9;
    LearningCurve.Point point =
        new LearningCurve.Point(
            points.size() + 1,
            batches,
            (long) batches * settings.batchSize(),
            loss,
            network.accuracy(train),
            network.accuracy(test),
            seconds,
            seconds * Math.max(0, settings.batches() - batches) / batches);
    points.add(point);
    listener.accept(point);
  }

  public LearningCurve curve() {
    return new LearningCurve(points);
  }
}
