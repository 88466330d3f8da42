package org.laue.learning.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The places of a network's learned numbers in one flat list, and how they are first drawn. */
public final class Weights {
  private final List<Block> blocks = new ArrayList<>();
  private int size;

  /**
   * One matrix of learned numbers.
   *
   * @param at where it begins in the list
   * @param mean of the first draw
   * @param spread standard deviation of the first draw; 0: all are the mean
   */
  public record Block(int at, int rows, int columns, double mean, double spread) {
    public int length() {
      return rows * columns;
    }
  }

  /**
   * A linear map.
   *
   * @param bias [1][out]
   */
  public record Linear(Block weights, Block bias) {}

  /** Drawn normally about zero. */
  public Block drawn(int rows, int columns, double spread) {
    return add(rows, columns, 0, spread);
  }

  /** All the same. */
  public Block constant(int rows, int columns, double value) {
    return add(rows, columns, value, 0);
  }

  /** Weights of variance 1 / in (LeCun; for SELU see Klambauer et al., arXiv 1706.02515). */
  public Linear linear(int in, int out) {
    return new Linear(drawn(in, out, 1 / Math.sqrt(in)), constant(1, out, 0));
  }

  private Block add(int rows, int columns, double mean, double spread) {
    Block block = new Block(size, rows, columns, mean, spread);
    blocks.add(block);
    size += block.length();
    return block;
  }

  /** How many numbers there are. */
  public int size() {
    return size;
  }

  /** First values of all; equal for equal seeds. */
  public float[] draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (Block block : blocks) {
      for (int i = 0; i < block.length(); i++) {
        double deviation = block.spread() == 0 ? 0 : random.nextGaussian(0, block.spread());
        values[block.at() + i] = (float) (block.mean() + deviation);
      }
    }
    return values;
  }
}
