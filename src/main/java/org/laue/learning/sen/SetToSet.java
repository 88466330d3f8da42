package org.laue.learning.sen;

import java.util.Arrays;
import org.laue.learning.graphs.Weights;

/**
 * Read-out of a set (Vinyals et al., arXiv 1511.06391), without the memory of the cell, as in the
 * published program: three times a question is asked of all members, each answers by its likeness.
 */
final class SetToSet {
  private static final int STEPS = 3;

  private final Weights.Linear members;
  private final Weights.Linear gates;
  private final int hidden;

  SetToSet(Weights weights, int in, int hidden) {
    this.hidden = hidden;
    members = weights.linear(in, hidden);
    gates = weights.linear(2 * hidden, 3 * hidden);
  }

  /**
   * @param x features of the members
   * @param group the crystal of each
   * @return [crystals][2 hidden]
   */
  Matrix of(Tape tape, Matrix x, int[] group, int groups) {
    Matrix set = tape.linear(x, members);
    float[] ones = new float[groups];
    Arrays.fill(ones, 1);
    float scale = (float) (1 / Math.sqrt(hidden));
    Matrix asked = Matrix.given(groups, 2 * hidden, new float[groups * 2 * hidden]);
    for (int step = 0; step < STEPS; step++) {
      Matrix question = question(tape, asked);
      Matrix likeness = tape.dot(set, tape.rows(question, group), scale);
      Matrix weight = tape.softmaxOfGroups(likeness, group, groups);
      Matrix answer = tape.sums(tape.timesRows(set, weight), group, ones);
      asked = tape.beside(question, answer);
    }
    return asked;
  }

  private Matrix question(Tape tape, Matrix asked) {
    Matrix all = tape.linear(asked, gates);
    Matrix in = tape.hardSigmoid(tape.columns(all, 0, hidden));
    Matrix out = tape.hardSigmoid(tape.columns(all, hidden, 2 * hidden));
    Matrix cell = tape.selu(tape.columns(all, 2 * hidden, 3 * hidden));
    return tape.times(out, tape.selu(tape.times(in, cell)));
  }
}
