package org.laue.learning.cgcnn;

import java.util.Arrays;
import org.laue.learning.graphs.Weights;

/** A matrix of learned numbers while they are used, and the slope with respect to them. */
final class Learned {
  private final Weights.Block block;

  /** Row by row. */
  final float[] value;

  final float[] slope;

  Learned(Weights.Block block) {
    this.block = block;
    this.value = new float[block.length()];
    this.slope = new float[block.length()];
  }

  /** Takes the values from the list of all; the slope is 0. */
  void read(float[] parameters) {
    System.arraycopy(parameters, block.at(), value, 0, value.length);
    Arrays.fill(slope, 0);
  }

  /** Puts the slope into the list of all. */
  void write(float[] gradient) {
    System.arraycopy(slope, 0, gradient, block.at(), slope.length);
  }
}
