package org.laue.learning.cgcnn;

import java.util.Arrays;
import org.laue.StableRandom;

/**
 * Which features of a crystal a showing does without; the others are so much larger.
 *
 * @param seeds of the showings of the crystals; empty for an answer, for which nothing is dropped
 * @param share that is left out
 */
record Dropping(long[] seeds, double share) {
  /** Nothing. */
  static final Dropping NONE = new Dropping(new long[0], 0);

  /** Factors, [crystals][columns]. */
  void write(float[] mask, int crystals, int columns) {
    if (share == 0 || seeds.length == 0) {
      Arrays.fill(mask, 0, crystals * columns, 1);
      return;
    }
    float kept = (float) (1 / (1 - share));
    for (int crystal = 0; crystal < crystals; crystal++) {
      StableRandom random = new StableRandom(seeds[crystal]);
      for (int i = crystal * columns; i < (crystal + 1) * columns; i++) {
        mask[i] = random.nextDouble() < share ? 0 : kept;
      }
    }
  }
}
