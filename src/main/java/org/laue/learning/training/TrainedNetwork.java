package org.laue.learning.training;

import java.util.List;

/** A network with its weights, which answers. Immutable; threads may share one. */
public interface TrainedNetwork {

  /** What it says of some things, nothing dropped; of their targets nothing is read. */
  Answers answer(List<Example> things);
}
