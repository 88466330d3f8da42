package org.laue.learning.training;

import java.util.List;

/** A network with its weights, which answers. Immutable; threads may share one. */
public interface TrainedNetwork {

  /** What it says of some things, nothing dropped; of their targets nothing is read. */
  Answers answer(List<Example> things);

  /**
   * How many features of a cloud each of its points decides, where the largest over the points goes
   * on (the critical points of Qi et al., arXiv 1612.00593); empty for networks that work
   * otherwise.
   */
  default int[] deciding(Example cloud) {
    return new int[0];
  }
}
