package org.laue.learning.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Keeps the weights that answer the validation side best, and says when later ones have not been
 * better for long enough (early stopping). Weights are judged as a model would use them.
 */
public final class BestWeights {
  private final NetworkSpec network;
  private final Task task;
  private final EarlyStopping rule;
  private final int batches;
  private final List<Example> learned;
  private final List<Example> validation;
  private State state = State.FIRST;

  /**
   * What has been found so far.
   *
   * @param looks at the validation side
   * @param since looks that found nothing better than the best
   * @param batches after which the best weights stood; 0: none yet
   * @param loss of the best, see {@link Task#loss}
   * @param parameters the best; none yet: empty
   */
  public record State(int looks, int since, int batches, double loss, float[] parameters) {
    /** Nothing yet. */
    public static final State FIRST = new State(0, 0, 0, Double.POSITIVE_INFINITY, new float[0]);
  }

  /**
   * @param batches of the whole training
   * @param learned some of what is learned from, by which weights are settled
   * @param validation what they are judged by
   */
  public BestWeights(
      NetworkSpec network,
      Task task,
      EarlyStopping rule,
      int batches,
      List<Example> learned,
      List<Example> validation) {
    this.network = network;
    this.task = task;
    this.rule = rule;
    this.batches = batches;
    this.learned = learned;
    this.validation = validation;
  }

  /** Looks, if a look is due. */
  public void afterRound(int done, Supplier<float[]> parameters) {
    int due = rule.asked() ? rule.due(done, batches) : 0;
    if (due <= state.looks()) {
      return;
    }
    float[] now = parameters.get();
    double loss = loss(now);
    state =
        loss < state.loss()
            ? new State(due, 0, done, loss, now)
            : new State(due, state.since() + 1, state.batches(), state.loss(), state.parameters());
  }

  private double loss(float[] parameters) {
    return task.loss(
        network.trained(network.settled(parameters, learned)).answer(validation).outputs(),
        validation.stream().map(Example::target).toArray(float[][]::new));
  }

  /** Whether the training may end. */
  public boolean over() {
    return rule.asked() && state.since() >= rule.patience();
  }

  public State state() {
    return state;
  }

  /** Takes up that of a training that was broken off. */
  public void goOn(State earlier) {
    state = earlier;
  }

  /** The best weights, or the last where none were judged. */
  public float[] orLast(Supplier<float[]> last) {
    return state.batches() == 0 ? last.get() : state.parameters();
  }

  /** For provenance: where the weights stood, and how well they answered. */
  public Map<String, String> found() {
    Map<String, String> found = new TreeMap<>();
    if (state.batches() > 0) {
      found.put("training.best_batches", Integer.toString(state.batches()));
      found.put("training.validation_loss", String.format(Locale.ROOT, "%.6g", state.loss()));
      found.put("training.validation_size", Integer.toString(validation.size()));
    }
    return found;
  }
}
