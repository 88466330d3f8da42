package org.laue.scan;

import java.util.Arrays;

/**
 * Atoms around a point, vectors from it in angstrom, in an order that depends on these vectors
 * alone: sums over them are the same to the last digit however the atoms were stored.
 */
final class Ball {
  /** Directions whose multiples do not meet: atoms of a crystal never share a key. */
  private static final double[] KEY = {1, 0.6180339887498949, 0.3247179572447460};

  private double[] x = new double[3 * 256];
  private int[] atom = new int[256];
  private double[] unsorted = new double[3 * 256];
  private int[] unsortedAtom = new int[256];
  private long[] keys = new long[256];
  private int count;

  int count() {
    return count;
  }

  double x(int i, int axis) {
    return x[3 * i + axis];
  }

  int atom(int i) {
    return atom[i];
  }

  /** Vectors from the point, [3 count] and room behind; not a copy. */
  double[] vectors() {
    return x;
  }

  double squaredLength(int i) {
    return x[3 * i] * x[3 * i] + x[3 * i + 1] * x[3 * i + 1] + x[3 * i + 2] * x[3 * i + 2];
  }

  void clear() {
    count = 0;
  }

  void add(int index, double dx, double dy, double dz) {
    if (count == atom.length) {
      x = Arrays.copyOf(x, 6 * count);
      atom = Arrays.copyOf(atom, 2 * count);
      unsorted = new double[6 * count];
      unsortedAtom = new int[2 * count];
      keys = new long[2 * count];
    }
    x[3 * count] = dx;
    x[3 * count + 1] = dy;
    x[3 * count + 2] = dz;
    atom[count++] = index;
  }

  void sort() {
    System.arraycopy(x, 0, unsorted, 0, 3 * count);
    System.arraycopy(atom, 0, unsortedAtom, 0, count);
    for (int i = 0; i < count; i++) {
      double key = x[3 * i] * KEY[0] + x[3 * i + 1] * KEY[1] + x[3 * i + 2] * KEY[2];
      keys[i] = (long) Math.rint(key * 0x1p32) << 16 | i;
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      int from = (int) (keys[i] & 0xffff);
      System.arraycopy(unsorted, 3 * from, x, 3 * i, 3);
      atom[i] = unsortedAtom[from];
    }
  }

  /** Keeps the atoms that are marked, in the same order. */
  void keep(boolean[] marked) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (marked[i]) {
        System.arraycopy(x, 3 * i, x, 3 * kept, 3);
        atom[kept++] = atom[i];
      }
    }
    count = kept;
  }
}
