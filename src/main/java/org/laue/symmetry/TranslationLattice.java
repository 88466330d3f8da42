package org.laue.symmetry;

/**
 * The lattice spanned by the unit vectors and by pure translations of finite order, held exactly as
 * an upper triangular integer basis over a common denominator.
 */
final class TranslationLattice {
  private final long denominator;

  /** Rows of the basis, times the denominator; upper triangular, positive diagonal. */
  private final long[][] rows = new long[3][3];

  TranslationLattice(long denominator) {
    this.denominator = denominator;
    for (int i = 0; i < 3; i++) {
      rows[i][i] = denominator;
    }
  }

  /** Adds a vector given as numerators over the denominator. */
  void add(long[] vector) {
    long[] v = vector.clone();
    for (int column = 0; column < 3; column++) {
      long[] row = rows[column];
      while (v[column] != 0) {
        long q = Math.floorDiv(row[column], v[column]);
        for (int k = column; k < 3; k++) {
          long remainder = row[k] - q * v[k];
          row[k] = v[k];
          v[k] = remainder;
        }
      }
      if (row[column] < 0) {
        for (int k = column; k < 3; k++) {
          row[k] = -row[k];
        }
      }
      keepSmall(column);
    }
  }

  private void keepSmall(int column) {
    for (int below = column + 1; below < 3; below++) {
      long q = Math.floorDiv(rows[column][below], rows[below][below]);
      for (int k = below; k < 3; k++) {
        rows[column][k] -= q * rows[below][k];
      }
    }
  }

  /** How many of its points lie in one input cell. */
  long index() {
    double index = 1;
    for (int i = 0; i < 3; i++) {
      index *= (double) denominator / rows[i][i];
    }
    return Math.round(index);
  }

  /** The basis in units of the input's vectors, row-major [9]. */
  double[] basis() {
    double[] basis = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        basis[3 * i + j] = (double) rows[i][j] / denominator;
      }
    }
    return basis;
  }
}
