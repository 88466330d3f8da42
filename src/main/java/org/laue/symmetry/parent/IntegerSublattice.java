package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.stream.Stream;
import org.laue.structure.Matrix3;

/**
 * A growing set of integer vectors closed under addition, as an upper triangular (Hermite) basis.
 * Mutable, for one search.
 */
final class IntegerSublattice {
  /** Two vectors whose lengths agree to this share are equally short. */
  private static final double TIE = 1e-9;

  private final long[][] rows = new long[3][3];

  IntegerSublattice copy() {
    IntegerSublattice copy = new IntegerSublattice();
    for (int i = 0; i < 3; i++) {
      copy.rows[i] = rows[i].clone();
    }
    return copy;
  }

  /** Whether a vector is one of the lattice. */
  boolean contains(int[] vector) {
    long[] rest = {vector[0], vector[1], vector[2]};
    for (int i = 0; i < 3; i++) {
      if (rows[i][i] == 0 || rest[i] % rows[i][i] != 0) {
        return false;
      }
      long quotient = rest[i] / rows[i][i];
      for (int j = i; j < 3; j++) {
        rest[j] -= quotient * rows[i][j];
      }
    }
    return true;
  }

  /** d [3]: the vectors with 0 <= h_i < d_i stand for all integer vectors, each class once. */
  int[] divisors() {
    int[] divisors = new int[3];
    for (int i = 0; i < 3; i++) {
      divisors[i] = Math.toIntExact(Math.abs(rows[i][i]));
    }
    return divisors;
  }

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

  /**
   * A basis of shortest vectors (Minkowski reduced), row-major [9].
   *
   * @param metric of the lattice whose coordinates the vectors are, [9]
   */
  double[] basis(double[] metric) {
    double[][] basis = new double[3][3];
    for (int i = 0; i < 9; i++) {
      basis[i / 3][i % 3] = rows[i / 3][i % 3];
    }
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = 0; i < 3; i++) {
        double[] next = basis[(i + 1) % 3];
        double[] last = basis[(i + 2) % 3];
        shorter |= shorten(basis[i], next, metric);
        shorter |= shorten(basis[i], last, metric);
        shorter |= shorten(basis[i], sum(next, last, 1), metric);
        shorter |= shorten(basis[i], sum(next, last, -1), metric);
      }
    }
    return Stream.of(basis).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Takes from a vector the multiple of another that leaves it shortest; false if that is none. */
  private static boolean shorten(double[] vector, double[] by, double[] metric) {
    double[] g = Matrix3.apply(metric, by);
    double product = vector[0] * g[0] + vector[1] * g[1] + vector[2] * g[2];
    double times = Math.rint(product / Matrix3.squaredLength(by, metric) * (1 - TIE));
    for (int i = 0; i < 3; i++) {
      vector[i] -= times * by[i];
    }
    return times != 0;
  }

  private static double[] sum(double[] p, double[] q, int sign) {
    return new double[] {p[0] + sign * q[0], p[1] + sign * q[1], p[2] + sign * q[2]};
  }
}
