package org.laue.symmetry.parent;

/**
 * A growing set of integer vectors closed under addition, as an upper triangular (Hermite) basis.
 * Mutable, for one search.
 */
final class IntegerSublattice {
  private final long[][] rows = new long[3][3];

  /** Takes in one more generator. */
  void add(int h, int k, int l) {
    long[] rest = {h, k, l};
    for (int column = 0; column < 3; column++) {
      eliminate(rows[column], rest, column);
    }
    for (int lower = 1; lower < 3; lower++) {
      for (int upper = 0; upper < lower; upper++) {
        reduce(rows[upper], rows[lower], lower);
      }
    }
  }

  /** Keeps what stands above a diagonal smaller than the diagonal. */
  private static void reduce(long[] row, long[] by, int column) {
    long quotient = by[column] == 0 ? 0 : row[column] / by[column];
    for (int j = column; j < 3; j++) {
      row[j] -= quotient * by[j];
    }
  }

  /** Euclid's algorithm on one column: {@code row} keeps the divisor, {@code rest} gets zero. */
  private static void eliminate(long[] row, long[] rest, int column) {
    while (rest[column] != 0) {
      long quotient = row[column] / rest[column];
      for (int j = column; j < 3; j++) {
        long remainder = row[j] - quotient * rest[j];
        row[j] = rest[j];
        rest[j] = remainder;
      }
    }
  }

  /** Index in the lattice of all integer vectors; 0 while the generators span no volume. */
  long index() {
    return Math.abs(rows[0][0] * rows[1][1] * rows[2][2]);
  }

  /** The basis, row-major [9], upper triangular. */
  double[] basis() {
    double[] basis = new double[9];
    for (int i = 0; i < 9; i++) {
      basis[i] = rows[i / 3][i % 3];
    }
    return basis;
  }
}
