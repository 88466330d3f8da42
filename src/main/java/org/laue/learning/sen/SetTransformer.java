package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Weights;

/**
 * The capsules of a crystal as a set (set transformer of Lee et al., arXiv 1810.00825, as in the
 * stacked capsule autoencoders of Kosiorek et al., arXiv 1906.06818): three layers in which they
 * attend to each other by one head, then ten learned questions that are asked of all. The largest
 * and the mean of the ten answers go on.
 */
final class SetTransformer {
  private static final int LAYERS = 3;
  private static final int WIDTH = 16;
  private static final int QUESTIONS = 10;
  private static final int SAID = 256;

  /** What comes out: of each of the 256 numbers the largest and the mean. */
  static final int OUTPUT = 2 * SAID;

  /** Share that training leaves out of what each half of a layer adds. */
  private static final double DROPPED = 0.25;

  private final Weights.Linear in;
  private final Layer[] layers = new Layer[LAYERS];
  private final Weights.Linear wide;
  private final Weights.Block questions;
  private final Head asked;

  /** Attention of one head with its four linear maps. */
  private record Head(
      Weights.Linear query, Weights.Linear key, Weights.Linear value, Weights.Linear out) {
    static Head of(Weights weights, int width) {
      return new Head(
          weights.linear(width, width),
          weights.linear(width, width),
          weights.linear(width, width),
          weights.linear(width, width));
    }

    /**
     * @param queries already mapped
     */
    Matrix heard(Tape tape, Matrix queries, Matrix members, int crystals) {
      Matrix keys = tape.linear(members, key);
      Matrix values = tape.linear(members, value);
      return tape.linear(Attention.of(tape, queries, keys, values, crystals), out);
    }
  }

  private record Layer(Head head, Weights.Linear inner, Weights.Linear outer) {
    static Layer of(Weights weights) {
      return new Layer(
          Head.of(weights, WIDTH),
          weights.linear(WIDTH, 2 * WIDTH),
          weights.linear(2 * WIDTH, WIDTH));
    }

    /**
     * @param place of its first dropout
     */
    Matrix of(Tape tape, Matrix x, int crystals, Draws draws, int place) {
      Matrix heard = head.heard(tape, tape.linear(x, head.query()), x, crystals);
      Matrix y = tape.normalised(tape.sum(dropped(tape, heard, draws, place), x, 1));
      Matrix said = tape.linear(tape.selu(tape.linear(y, inner)), outer);
      return tape.normalised(tape.sum(dropped(tape, said, draws, place + 1), y, 1));
    }

    private static Matrix dropped(Tape tape, Matrix x, Draws draws, int place) {
      return Draws.dropped(tape, x, draws, DROPPED, place);
    }
  }

  SetTransformer(Weights weights, int part) {
    in = weights.linear(part, WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      layers[i] = Layer.of(weights);
    }
    wide = weights.linear(WIDTH, SAID);
    questions = weights.drawn(QUESTIONS, SAID, 1);
    asked = Head.of(weights, SAID);
  }

  /**
   * @param parts [crystals * 16][part], those of a crystal one after the other
   * @return [crystals][512]
   */
  Matrix of(Tape tape, Matrix parts, int crystals, Draws draws) {
    Matrix x = tape.linear(parts, in);
    for (int i = 0; i < LAYERS; i++) {
      x = layers[i].of(tape, x, crystals, draws, 1 + 2 * i);
    }
    Matrix queries = tape.linear(tape.weights(questions), asked.query());
    int[] ofEach = new int[crystals * QUESTIONS];
    int[] crystal = new int[crystals * QUESTIONS];
    for (int i = 0; i < ofEach.length; i++) {
      ofEach[i] = i % QUESTIONS;
      crystal[i] = i / QUESTIONS;
    }
    Matrix answers = asked.heard(tape, tape.rows(queries, ofEach), tape.linear(x, wide), crystals);
    float[] perQuestion = new float[crystals];
    Arrays.fill(perQuestion, 1f / QUESTIONS);
    return tape.beside(
        tape.normalised(tape.largest(answers, QUESTIONS)),
        tape.normalised(tape.sums(answers, crystal, perQuestion)));
  }
}
