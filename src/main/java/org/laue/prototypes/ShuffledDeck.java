package org.laue.prototypes;

import org.laue.StableRandom;

/** An endless row of packs of the numbers 0 .. size - 1, every pack shuffled in its own way. */
final class ShuffledDeck {
  private final int size;
  private final long seed;
  private int pack = -1;
  private int[] cards;

  ShuffledDeck(int size, long seed) {
    this.size = size;
    this.seed = seed;
  }

  /** The card at a place from 0; the same whatever was asked before. */
  int card(int place) {
    if (place / size != pack) {
      pack = place / size;
      cards = new StableRandom(new StableRandom(seed).nextLong() ^ pack).sample(size, size);
    }
    return cards[place % size];
  }
}
