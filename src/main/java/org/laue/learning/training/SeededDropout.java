package org.laue.learning.training;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Inverted dropout whose mask depends on the seed and the number of the update alone. DL4J draws
 * masks from a generator shared by all threads, so two runs of one seed differ; here they agree,
 * with any number of workers.
 */
public final class SeededDropout implements IDropout {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final double dropped;

  /**
   * @param dropped share of the inputs set to zero
   */
  public SeededDropout(@JsonProperty("seed") long seed, @JsonProperty("dropped") double dropped) {
    this.seed = seed;
    this.dropped = dropped;
  }

  @JsonProperty("seed")
  public long seed() {
    return seed;
  }

  @JsonProperty("dropped")
  public double dropped() {
    return dropped;
  }

  @Override
  public INDArray applyDropout(
      INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    return input.muli(mask(input.shape(), iteration), result);
  }

  @Override
  public INDArray backprop(INDArray output, INDArray input, int iteration, int epoch) {
    return output.muli(mask(output.shape(), iteration), input);
  }

  private INDArray mask(long[] shape, int iteration) {
    return mask(shape, seed * 0x9E3779B97F4A7C15L + iteration, dropped);
  }

  /**
   * 0 for what is dropped, the inverse of the share that is kept for the rest.
   *
   * @param shape of two dimensions
   */
  public static INDArray mask(long[] shape, long draw, double dropped) {
    SplittableRandom random = new SplittableRandom(draw);
    float[] values = new float[Math.toIntExact(shape[0] * shape[1])];
    float kept = (float) (1 / (1 - dropped));
    long threshold = (long) (dropped * 0x1p32);
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextLong() >>> 32) < threshold ? 0f : kept;
    }
    return Nd4j.create(values, shape, 'c');
  }

  @Override
  public void clear() {
    // Nothing is remembered between the two directions.
  }

  @Override
  public SeededDropout clone() {
    return new SeededDropout(seed, dropped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeededDropout that && seed == that.seed && dropped == that.dropped;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(seed) + Double.hashCode(dropped);
  }
}
