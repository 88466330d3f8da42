package org.laue.learning.training;

import java.util.SplittableRandom;
import org.laue.UserException;

/**
 * Which images stand in which batch: the set shuffled anew for every epoch, one epoch after the
 * other without a gap, cut into batches of equal size. A function of seed and sizes alone, so any
 * number of workers and partitions sees the same batches.
 */
public final class BatchOrder {
  private final long seed;
  private final int images;
  private final int batchSize;
  private long cachedEpoch = -1;
  private int[] cachedOrder = {};

  public BatchOrder(long seed, int images, int batchSize) {
    if (images < 1) {
      throw new UserException("There is no image to train on");
    }
    this.seed = seed;
    this.images = images;
    this.batchSize = batchSize;
  }

  /** Positions in the set of the images of one batch, counted from 0 over the whole training. */
  public int[] batch(long number) {
    int[] positions = new int[batchSize];
    for (int i = 0; i < batchSize; i++) {
      long step = number * batchSize + i;
      positions[i] = order(step / images)[(int) (step % images)];
    }
    return positions;
  }

  private int[] order(long epoch) {
    if (epoch != cachedEpoch) {
      cachedOrder = shuffled(new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1)));
      cachedEpoch = epoch;
    }
    return cachedOrder;
  }

  private int[] shuffled(SplittableRandom random) {
    int[] order = new int[images];
    for (int i = 0; i < images; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
