package org.laue.descriptors.image;

import org.laue.UserException;

/**
 * The atoms of a cluster in the order in which {@link Diffraction} takes them: by block, by element
 * and by column.
 *
 * <p>A block is a cube small enough that phases about its centre are exact in single precision; a
 * cluster of a few hundred atoms is one block. A column holds atoms of equal x1 and x2.
 */
final class ClusterOrder {
  /** A cluster up to this many bond lengths wide is a single block. */
  private static final double SINGLE_BLOCK = 32;

  /** Edge of the blocks of a larger one, bond lengths. */
  private static final double BLOCK = 20;

  private static final int BLOCK_BITS = 18;
  private static final int ELEMENT_BITS = 7;

  /** Steps per bond length to which coordinates are rounded, about the spacing of floats near 1. */
  private static final double STEPS = 1 << 23;

  private final double[] low = new double[3];
  private double edge;
  private boolean single;
  private double[] scaled;
  private long[] keys = new long[512];
  private int[] atoms = new int[512];
  private int count;

  /** Takes a cluster: positions [3 N] in bond lengths, kept until the next call, not changed. */
  void take(int[] atomicNumbers, double[] positions) {
    count = atomicNumbers.length;
    scaled = positions;
    if (count > keys.length) {
      keys = new long[count];
      atoms = new int[count];
    }
    double widest = bound();
    single = widest <= SINGLE_BLOCK;
    edge = single ? widest : BLOCK;
    boolean mixed = false;
    for (int atom = 0; atom < count; atom++) {
      atoms[atom] = atom;
      keys[atom] = block(atom) << ELEMENT_BITS | atomicNumbers[atom];
      mixed |= keys[atom] != keys[0];
    }
    if (mixed) {
      sort(keys, atoms, 0, count);
    }
  }

  private double bound() {
    double widest = 0;
    for (int axis = 0; axis < 3; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < 3 * count; i += 3) {
        least = Math.min(least, scaled[i]);
        most = Math.max(most, scaled[i]);
      }
      low[axis] = least;
      widest = Math.max(widest, most - least);
    }
    if (!(widest < BLOCK * (1 << BLOCK_BITS))) {
      throw new UserException("Cluster is " + widest + " bond lengths wide; too wide to diffract");
    }
    return widest;
  }

  private long block(int atom) {
    if (single) {
      return 0;
    }
    long block = 0;
    for (int axis = 0; axis < 3; axis++) {
      block = block << BLOCK_BITS | (long) ((scaled[3 * atom + axis] - low[axis]) / edge);
    }
    return block;
  }

  int count() {
    return count;
  }

  boolean isSingleBlock() {
    return single;
  }

  /** First place after {@code from} that holds another element or block. */
  int endOfElement(int from) {
    int end = from + 1;
    while (end < count && keys[end] == keys[from]) {
      end++;
    }
    return end;
  }

  int elementAt(int place) {
    return (int) (keys[place] & (1 << ELEMENT_BITS) - 1);
  }

  long blockAt(int place) {
    return keys[place] >>> ELEMENT_BITS;
  }

  /** Middle of a block along an axis, bond lengths. */
  double middle(long block, int axis) {
    long index = block >>> BLOCK_BITS * (2 - axis) & (1 << BLOCK_BITS) - 1;
    return low[axis] + (index + 0.5) * edge;
  }

  /** Sorts the atoms of one element in one block into columns; their keys become column keys. */
  void sortColumns(int from, int to) {
    long block = blockAt(from);
    double middle1 = middle(block, 0);
    double middle2 = middle(block, 1);
    for (int place = from; place < to; place++) {
      int atom = atoms[place];
      long x1 = Math.round((scaled[3 * atom] - middle1) * STEPS);
      long x2 = Math.round((scaled[3 * atom + 1] - middle2) * STEPS);
      keys[place] = x1 << 32 | x2 & 0xFFFFFFFFL;
    }
    sort(keys, atoms, from, to);
  }

  /** Whether two places of a sorted run belong to one column. */
  boolean sameColumn(int place, int other) {
    return keys[place] == keys[other];
  }

  /** Coordinate of a column from the middle of its block. */
  float x1(int place) {
    return (float) ((keys[place] >> 32) / STEPS);
  }

  float x2(int place) {
    return (float) ((int) keys[place] / STEPS);
  }

  float x3(int place, double middle3) {
    return (float) (Math.round((scaled[3 * atoms[place] + 2] - middle3) * STEPS) / STEPS);
  }

  /** Shell sort of {@code values} by {@code keys}, both over [from, to), without an object each. */
  private static void sort(long[] keys, int[] values, int from, int to) {
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
