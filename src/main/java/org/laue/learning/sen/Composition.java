package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Weights;
import org.laue.structure.Element;

/**
 * What the formula alone tells (Roost: Goodall and Lee, Nature Communications 11, 6280, 2020): the
 * distinct elements of a crystal send each other messages, weighted by fractions to a learned
 * power, three times with the same weights, and are pooled alike.
 */
final class Composition {
  private static final int ROUNDS = 3;
  private static final int EMBEDDING = 64;

  private final Weights.Block embedding;
  private final Weights.Linear inner;
  private final Weights.Block power;
  private final Attention messages;
  private final Attention pool;

  /** Two small networks of one input: how much it counts, and what it says. */
  private record Attention(
      Weights.Linear gate,
      Weights.Linear gateOut,
      Weights.Linear message,
      Weights.Linear messageOut) {
    static Attention of(Weights weights, int in, int hidden, int out) {
      return new Attention(
          weights.linear(in, hidden),
          weights.linear(hidden, 1),
          weights.linear(in, hidden),
          weights.linear(hidden, out));
    }

    /** Messages of the rows, summed over each group by weight. */
    Matrix pooled(Tape tape, Matrix x, Matrix logFractions, int[] group, int groups) {
      Matrix hidden = tape.selu(tape.linear(x, gate));
      Matrix logits = tape.sum(tape.linear(hidden, gateOut), logFractions, 1);
      Matrix weight = tape.softmaxOfGroups(logits, group, groups);
      Matrix said = tape.linear(tape.selu(tape.linear(x, message)), messageOut);
      return tape.sums(tape.timesRows(said, weight), group, ones(groups));
    }
  }

  Composition(Weights weights, int width) {
    embedding = weights.drawn(Element.MAX_ATOMIC_NUMBER + 1, EMBEDDING, 1);
    inner = weights.linear(EMBEDDING, width - 1);
    power = weights.constant(1, 1, 1);
    messages = Attention.of(weights, 2 * width, 2 * width, width);
    pool = Attention.of(weights, width, width, width);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** [crystals][width]. */
  Matrix of(Tape tape, GraphBatch batch) {
    int parts = batch.parts.length;
    Matrix fractions = Matrix.given(parts, 1, batch.fractions);
    Matrix embedded = tape.rows(tape.weights(embedding), batch.parts);
    Matrix x = tape.beside(tape.linear(embedded, inner), fractions);
    Matrix logs = logarithms(tape, batch);
    Matrix ofSecond = tape.rows(logs, batch.pairSecond);
    for (int round = 0; round < ROUNDS; round++) {
      Matrix pairs = tape.beside(tape.rows(x, batch.pairFirst), tape.rows(x, batch.pairSecond));
      Matrix told = messages.pooled(tape, pairs, ofSecond, batch.pairFirst, parts);
      x = tape.normalised(tape.sum(x, told, 1));
    }
    return tape.normalised(pool.pooled(tape, x, logs, batch.crystalOfPart, batch.crystals));
  }

  /** The power times the logarithms of the fractions: softmax makes the powers of it. */
  private Matrix logarithms(Tape tape, GraphBatch batch) {
    float[] logs = new float[batch.parts.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(batch.fractions[i]);
    }
    return tape.product(Matrix.given(logs.length, 1, logs), tape.weights(power));
  }
}
