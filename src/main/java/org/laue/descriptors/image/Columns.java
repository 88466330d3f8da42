package org.laue.descriptors.image;

import java.util.Arrays;

/**
 * Atoms of one element in one block, gathered into columns of equal x1 and x2; coordinates in bond
 * lengths from the middle of the block. Atoms that stand at equal heights, as in a crystal that is
 * not displaced, get the same number.
 */
final class Columns {
  /** More heights than these are not worth a table. */
  static final int TABLE = 32;

  private float[] x1 = new float[64];
  private float[] x2 = new float[64];
  private int[] first = new int[65];
  private int count;
  private float[] x3 = new float[512];
  private int[] numbers = new int[512];
  private int atoms;
  private final float[] heights = new float[TABLE];

  /** Counted no further than one beyond the table. */
  private int distinct;

  void clear() {
    count = 0;
    atoms = 0;
    distinct = 0;
  }

  /** Opens a column at (x1, x2). */
  void begin(float x1, float x2) {
    if (count == this.x1.length) {
      this.x1 = Arrays.copyOf(this.x1, 2 * count);
      this.x2 = Arrays.copyOf(this.x2, 2 * count);
      this.first = Arrays.copyOf(first, 2 * count + 1);
    }
    this.x1[count] = x1;
    this.x2[count] = x2;
    this.first[count++] = atoms;
    this.first[count] = atoms;
  }

  /** Adds an atom to the open column. */
  void add(float x3) {
    if (atoms == this.x3.length) {
      this.x3 = Arrays.copyOf(this.x3, 2 * atoms);
      this.numbers = Arrays.copyOf(numbers, 2 * atoms);
    }
    this.x3[atoms] = x3;
    this.numbers[atoms++] = number(x3);
    this.first[count] = atoms;
  }

  private int number(float height) {
    if (distinct > TABLE) {
      return TABLE;
    }
    for (int i = 0; i < distinct; i++) {
      if (heights[i] == height) {
        return i;
      }
    }
    if (distinct < TABLE) {
      heights[distinct] = height;
    }
    return distinct++;
  }

  int count() {
    return count;
  }

  float a(Family family, int column) {
    return (float) family.a(x1[column], x2[column]);
  }

  float b(Family family, int column) {
    return (float) family.b(x1[column], x2[column]);
  }

  /** First atom of a column; {@code first(column + 1)} is the end. */
  int first(int column) {
    return first[column];
  }

  float x3(int atom) {
    return x3[atom];
  }

  /** Whether the atoms share so many coordinates that columns pay. */
  boolean pay() {
    return fewHeights() || 2 * count <= atoms;
  }

  /** Whether there are so few heights that each has a number below {@link #TABLE}. */
  boolean fewHeights() {
    return distinct <= TABLE && 2 * distinct <= atoms;
  }

  int distinctHeights() {
    return distinct;
  }

  float height(int number) {
    return heights[number];
  }

  int heightNumber(int atom) {
    return numbers[atom];
  }
}
