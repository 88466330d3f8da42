package org.laue.learning.sen;

import java.util.stream.IntStream;
import org.laue.learning.graphs.GraphComputation;
import org.laue.learning.graphs.GraphRows;

/** Computes a {@link SenLayer}. */
final class SenComputation implements GraphComputation {
  private final SenProgram program;
  private final double dropped;
  private Tape tape;
  private Matrix features;

  SenComputation(SenProgram program, double dropped) {
    this.program = program;
    this.dropped = dropped;
  }

  @Override
  public float[] forward(float[] parameters, GraphRows rows, boolean training) {
    GraphBatch batch =
        new GraphBatch(IntStream.range(0, rows.crystals()).mapToObj(rows::graph).toList());
    long[] seeds = IntStream.range(0, rows.crystals()).mapToLong(rows::seed).toArray();
    Tape now = new Tape(parameters, training);
    Matrix result = program.of(now, batch, training ? new Draws(seeds, dropped) : null);
    tape = training ? now : null;
    features = training ? result : null;
    return result.value;
  }

  @Override
  public float[] back(float[] slope) {
    float[] gradient = tape.back(features, slope);
    tape = null;
    features = null;
    return gradient;
  }
}
