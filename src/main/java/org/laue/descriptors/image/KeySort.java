package org.laue.descriptors.image;

/** Sorts numbers by a long key each, in place and without an object per number. */
final class KeySort {
  private KeySort() {}

  /** Shell sort of {@code values} by {@code keys}, both over [from, to). */
  static void sort(long[] keys, int[] values, int from, int to) {
    for (int gap = firstGap(to - from); gap > 0; gap = (gap - 1) / 3) {
      for (int i = from + gap; i < to; i++) {
        insert(keys, values, from, i, gap);
      }
    }
  }

  /** Largest of 1, 4, 13, 40, ... (Knuth) that is below the length. */
  private static int firstGap(int length) {
    int gap = 0;
    while (3L * gap + 1 < length) {
      gap = 3 * gap + 1;
    }
    return gap;
  }

  private static void insert(long[] keys, int[] values, int from, int i, int gap) {
    long key = keys[i];
    int value = values[i];
    int hole = i;
    while (hole - gap >= from && keys[hole - gap] > key) {
      keys[hole] = keys[hole - gap];
      values[hole] = values[hole - gap];
      hole -= gap;
    }
    keys[hole] = key;
    values[hole] = value;
  }
}
