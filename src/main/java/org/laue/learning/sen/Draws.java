package org.laue.learning.sen;

import org.laue.StableRandom;

/**
 * What the showings of a batch draw; null stands for an answer, for which nothing is drawn.
 *
 * @param seeds of the crystals
 * @param dropped share of the features that are left out before the crystal's vector
 */
record Draws(long[] seeds, double dropped) {
  /** Golden ratio of 64 bits: seeds that lie far apart for every place. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /**
   * Features of which a share is left out and the others are so much larger.
   *
   * @param x equally many numbers of each crystal, one crystal after the other
   * @param place where in the network this is; others draw others
   */
  static Matrix dropped(Tape tape, Matrix x, Draws draws, double share, int place) {
    if (draws == null || share == 0) {
      return x;
    }
    float[] mask = new float[x.rows * x.columns];
    float kept = (float) (1 / (1 - share));
    int each = mask.length / draws.seeds().length;
    for (int crystal = 0; crystal < draws.seeds().length; crystal++) {
      StableRandom random = new StableRandom(draws.seeds()[crystal] + place * GOLDEN);
      for (int i = crystal * each; i < (crystal + 1) * each; i++) {
        mask[i] = random.nextDouble() < share ? 0 : kept;
      }
    }
    return tape.times(x, Matrix.given(x.rows, x.columns, mask));
  }

  /** Noise of the presences of the capsules, [crystals][16]. */
  static float[] noise(int crystals, Draws draws) {
    float[] noise = new float[crystals * Capsules.COUNT];
    if (draws == null) {
      return noise;
    }
    for (int crystal = 0; crystal < crystals; crystal++) {
      StableRandom random = new StableRandom(~draws.seeds()[crystal]);
      for (int i = 0; i < Capsules.COUNT; i++) {
        noise[crystal * Capsules.COUNT + i] =
            (float) random.nextDouble(-Capsules.NOISE, Capsules.NOISE);
      }
    }
    return noise;
  }
}
