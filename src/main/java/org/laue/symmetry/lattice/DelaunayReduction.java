package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/** One Delaunay reduction; see {@link LatticeReduction#delaunay}. */
final class DelaunayReduction {
  private static final int MAX_STEPS = 1000;

  /** Relative volume below which three vectors count as lying in a plane. */
  private static final double FLAT = 1e-6;

  private final Lattice input;
  private final double symprec;

  /** Four vectors b1..b4, each x, y, z in angstrom. */
  private final double[][] b = new double[4][];

  /** The same four as integer combinations of the input's rows. */
  private final int[][] m = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}};

  DelaunayReduction(Lattice input, double symprec) {
    this.input = input;
    this.symprec = symprec;
    for (int i = 0; i < 3; i++) {
      b[i] = new double[] {input.component(i, 0), input.component(i, 1), input.component(i, 2)};
    }
  }

  ReducedLattice reduce() {
    shortenPairs();
    b[3] = new double[3];
    for (int i = 0; i < 3; i++) {
      add(3, i, -1);
    }
    for (int step = 0; step < MAX_STEPS; step++) {
      if (!sellingStep()) {
        return shortest();
      }
    }
    throw tooSkewed();
  }

  /** Subtracts from each vector the nearest multiple of a shorter one, so that few steps remain. */
  private void shortenPairs() {
    boolean changed = true;
    for (int step = 0; changed; step++) {
      if (step == MAX_STEPS) {
        throw tooSkewed();
      }
      changed = false;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          changed |= i != j && shorten(i, j);
        }
      }
    }
  }

  private boolean shorten(int i, int j) {
    double ratio = Matrix3.dot(b[i], b[j]) / Matrix3.dot(b[j], b[j]);
    if (Math.abs(ratio) < 0.75) {
      return false;
    }
    if (Math.abs(ratio) > 1e6) {
      throw tooSkewed();
    }
    add(i, j, -(int) Math.rint(ratio));
    return true;
  }

  private boolean sellingStep() {
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        if (Matrix3.dot(b[i], b[j]) > symprec) {
          for (int k = 0; k < 4; k++) {
            if (k != i && k != j) {
              add(k, i, 1);
            }
          }
          negate(i);
          return true;
        }
      }
    }
    return false;
  }

  private ReducedLattice shortest() {
    double[][] vectors = {
      b[0], b[1], b[2], b[3], sum(b[0], b[1]), sum(b[1], b[2]), sum(b[2], b[0])
    };
    int[][] combinations = {
      m[0], m[1], m[2], m[3], sum(m[0], m[1]), sum(m[1], m[2]), sum(m[2], m[0])
    };
    sortByLength(vectors, combinations);
    for (int third = 2; third < 7; third++) {
      double volume = Matrix3.dot(vectors[0], Matrix3.cross(vectors[1], vectors[third]));
      if (Math.abs(Math.abs(volume) / input.volume() - 1) < FLAT) {
        return of(vectors, combinations, third, volume < 0 ? -1 : 1);
      }
    }
    throw tooSkewed();
  }

  private static ReducedLattice of(double[][] v, int[][] c, int third, int sign) {
    int[] chosen = {0, 1, third};
    double[] rows = new double[9];
    int[] basis = new int[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[3 * i + j] = sign * v[chosen[i]][j];
        basis[3 * i + j] = sign * c[chosen[i]][j];
      }
    }
    return new ReducedLattice(Lattice.ofRows(rows), basis);
  }

  /** Stable, so that vectors of equal length keep their order whatever the rounding says. */
  private static void sortByLength(double[][] vectors, int[][] combinations) {
    for (int i = 1; i < vectors.length; i++) {
      for (int j = i; j > 0; j--) {
        double longer = Matrix3.dot(vectors[j - 1], vectors[j - 1]);
        if (longer <= Matrix3.dot(vectors[j], vectors[j]) * (1 + 1e-12)) {
          break;
        }
        swap(vectors, j);
        swap(combinations, j);
      }
    }
  }

  private static <T> void swap(T[] items, int j) {
    T item = items[j];
    items[j] = items[j - 1];
    items[j - 1] = item;
  }

  private void add(int target, int source, int times) {
    for (int k = 0; k < 3; k++) {
      b[target][k] += times * b[source][k];
      m[target][k] = Math.addExact(m[target][k], Math.multiplyExact(times, m[source][k]));
    }
  }

  private void negate(int i) {
    for (int k = 0; k < 3; k++) {
      b[i][k] = -b[i][k];
      m[i][k] = -m[i][k];
    }
  }

  private SymmetryException tooSkewed() {
    return new SymmetryException(
        "The cell is too skewed to be reduced; give it by shorter vectors: " + input);
  }

  private static double[] sum(double[] p, double[] q) {
    return new double[] {p[0] + q[0], p[1] + q[1], p[2] + q[2]};
  }

  private static int[] sum(int[] p, int[] q) {
    return new int[] {p[0] + q[0], p[1] + q[1], p[2] + q[2]};
  }
}
