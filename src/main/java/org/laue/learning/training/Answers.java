package org.laue.learning.training;

import java.util.List;
import java.util.function.Function;

/**
 * What the network says about some things.
 *
 * @param outputs [things][outputs of the task], as {@link Task#target} is written: probabilities,
 *     each row adds up to 1, or numbers in the task's own scale
 * @param features [things][features], activations of the last hidden layer, by which the novelty
 *     gate tells near from far
 */
public record Answers(float[][] outputs, float[][] features) {

  /** The answers of things that are asked about alone. */
  public static Answers oneByOne(List<Example> things, Function<Example, Answers> ask) {
    float[][] outputs = new float[things.size()][];
    float[][] features = new float[things.size()][];
    for (int i = 0; i < outputs.length; i++) {
      Answers one = ask.apply(things.get(i));
      outputs[i] = one.outputs()[0];
      features[i] = one.features()[0];
    }
    return new Answers(outputs, features);
  }

  /** Index of the largest value; the first of equals. */
  public static int mostProbable(float[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }
}
