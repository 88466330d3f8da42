package org.laue.learning.graphs;

/** A network from graphs to features, and the way back. For one thread, one batch at a time. */
public interface GraphComputation {

  /**
   * @param parameters all learned numbers before the last layer
   * @param training whether something is drawn, and {@link #back} follows
   * @return [crystals][features]; may be used again for the next batch
   */
  float[] forward(float[] parameters, GraphRows rows, boolean training);

  /**
   * @param slope of the loss with respect to what {@link #forward} gave last
   * @return slopes with respect to all learned numbers; may be used again for the next batch
   */
  float[] back(float[] slope);
}
