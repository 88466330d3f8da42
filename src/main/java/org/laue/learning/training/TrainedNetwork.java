package org.laue.learning.training;

import java.util.List;
import org.laue.UserException;

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

  /**
   * What it says with a share of its last hidden maps dropped, as in training, so that the spread
   * of the answers tells how sure it is (Gal and Ghahramani, arXiv 1506.02142).
   *
   * @param thing whose {@code draw} decides which are dropped
   * @param dropped share, in [0, 1)
   * @return [passes][outputs]
   */
  default float[][] withDropout(Example thing, double dropped, int passes) {
    throw new UserException("This network cannot be asked with dropout; those of images can");
  }
}
