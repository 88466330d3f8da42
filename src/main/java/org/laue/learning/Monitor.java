package org.laue.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.laue.learning.convnet.Inference;

/** Collects the learning curve: accuracy on samples, pace, time left. */
public final class Monitor {
  /** Images of each set that are classified for a point of the curve. */
  public static final int SAMPLE = 64;

  /** At most so many points: all workers wait while the images of one are classified. */
  private static final int POINTS = 12;

  private final TrainingSettings settings;
  private final ImageSet train;
  private final ImageSet test;
  private final int classes;
  private final Consumer<LearningCurve.Point> listener;
  private final List<LearningCurve.Point> points = new ArrayList<>();
  private final long start = System.nanoTime();

  /** The twelfth of the training whose end gives the next point. */
  private long due = 1;

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
   * Notes the state after a round, if enough batches have passed since the last time or the
   * training ends.
   *
   * @param parameters of the averaged network
   */
  public void afterRound(int batches, double loss, Supplier<float[]> parameters) {
    if (batches < settings.batches() && (long) batches * POINTS < due * settings.batches()) {
      return;
    }
    due = (long) batches * POINTS / settings.batches() + 1;
    double seconds = (System.nanoTime() - start) * 1e-9;
    Inference network = new Inference(parameters.get(), classes);
    LearningCurve.Point point =
        new LearningCurve.Point(
            batches / settings.batchesPerRound(),
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
