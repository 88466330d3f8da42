package org.laue.symmetry.lattice;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Matrix3;

/**
 * Solves A x = b modulo 1 for an integer matrix A [m][3] through its Smith normal form U A V = D: x
 * = V D+ U b is a solution whenever there is one (Grosse-Kunstleve, Acta Cryst. A55, 383, 1999).
 */
public final class ModularSystem {
  private final int[][] a;
  private final int[][] u;
  private final int[][] v;
  private final int rows;

  private ModularSystem(int[][] matrix) {
    rows = matrix.length;
    a = new int[rows][];
    for (int i = 0; i < rows; i++) {
      a[i] = matrix[i].clone();
    }
    u = unit(rows);
    v = unit(3);
    diagonalise();
  }

  /** The matrix V D+ U [3][m]; D+ holds the inverses of the non-zero diagonal entries. */
  public static double[][] solver(int[][] matrix) {
    ModularSystem system = new ModularSystem(matrix);
    double[][] solver = new double[3][system.rows];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < Math.min(3, system.rows); k++) {
        for (int j = 0; system.a[k][k] != 0 && j < system.rows; j++) {
          solver[i][j] += (double) system.v[i][k] * system.u[k][j] / system.a[k][k];
        }
      }
    }
    return solver;
  }

  /** All x with A x = 0 modulo 1 that are no continuous family, each in [0, 1); zero first. */
  public static List<double[]> homogeneous(int[][] matrix) {
    ModularSystem system = new ModularSystem(matrix);
    List<double[]> solutions = new ArrayList<>();
    solutions.add(new double[3]);
    for (int k = 0; k < Math.min(3, system.rows); k++) {
      int order = Math.abs(system.a[k][k]);
      int known = solutions.size();
      for (int step = 1; step < order; step++) {
        for (int i = 0; i < known; i++) {
          double[] x = solutions.get(i).clone();
          for (int axis = 0; axis < 3; axis++) {
            x[axis] += (double) step * system.v[axis][k] / order;
            x[axis] -= Math.floor(x[axis]);
          }
          solutions.add(x);
        }
      }
    }
    return solutions;
  }

  /**
   * The integer vectors across given ones.
   *
   * @param vectors a basis k_i of all integer vectors with a zero product with every given one
   * @param duals integer vectors d_j with k_i . d_j = 1 for i = j, else 0
   */
  public record Kernel(int[][] vectors, int[][] duals) {}

  /** Kernel of an integer matrix [m][3]: the last columns of V, where D vanishes. */
  public static Kernel kernel(int[][] matrix) {
    ModularSystem system = new ModularSystem(matrix);
    int rank = 0;
    while (rank < Math.min(3, system.rows) && system.a[rank][rank] != 0) {
      rank++;
    }
    int[] flat = new int[9];
    for (int i = 0; i < 9; i++) {
      flat[i] = system.v[i / 3][i % 3];
    }
    int[] inverse = Matrix3.unimodularInverse(flat);
    int[][] vectors = new int[3 - rank][];
    int[][] duals = new int[3 - rank][];
    for (int k = rank; k < 3; k++) {
      vectors[k - rank] = Matrix3.column(flat, k);
      duals[k - rank] = new int[] {inverse[3 * k], inverse[3 * k + 1], inverse[3 * k + 2]};
    }
    return new Kernel(vectors, duals);
  }

  private void diagonalise() {
    for (int k = 0; k < Math.min(3, rows); k++) {
      while (bringSmallestToCorner(k) && !clear(k)) {
        // each round leaves smaller remainders, so this ends
      }
    }
  }

  /**
   * Moves the smallest non-zero entry of the lower right block to (k, k); false if all are zero.
   */
  private boolean bringSmallestToCorner(int k) {
    int bestRow = -1;
    int bestColumn = -1;
    for (int i = k; i < rows; i++) {
      for (int j = k; j < 3; j++) {
        if (a[i][j] != 0 && (bestRow < 0 || Math.abs(a[i][j]) < Math.abs(a[bestRow][bestColumn]))) {
          bestRow = i;
          bestColumn = j;
        }
      }
    }
    if (bestRow < 0) {
      return false;
    }
    swap(a, k, bestRow);
    swap(u, k, bestRow);
    swapColumns(a, k, bestColumn);
    swapColumns(v, k, bestColumn);
    return true;
  }

  /** Subtracts multiples of row and column k from the others; true when both are clear. */
  private boolean clear(int k) {
    boolean clear = true;
    for (int i = k + 1; i < rows; i++) {
      int factor = a[i][k] / a[k][k];
      addRow(a, i, k, -factor);
      addRow(u, i, k, -factor);
      clear &= a[i][k] == 0;
    }
    for (int j = k + 1; j < 3; j++) {
      int factor = a[k][j] / a[k][k];
      addColumn(a, j, k, -factor);
      addColumn(v, j, k, -factor);
      clear &= a[k][j] == 0;
    }
    return clear;
  }

  private static int[][] unit(int n) {
    int[][] unit = new int[n][n];
    for (int i = 0; i < n; i++) {
      unit[i][i] = 1;
    }
    return unit;
  }

  private static void swap(int[][] m, int i, int j) {
    int[] row = m[i];
    m[i] = m[j];
    m[j] = row;
  }

  private static void swapColumns(int[][] m, int i, int j) {
    for (int[] row : m) {
      int entry = row[i];
      row[i] = row[j];
      row[j] = entry;
    }
  }

  private static void addRow(int[][] m, int target, int source, int factor) {
    for (int j = 0; j < m[target].length; j++) {
      m[target][j] += factor * m[source][j];
    }
  }

  private static void addColumn(int[][] m, int target, int source, int factor) {
    for (int[] row : m) {
      row[target] += factor * row[source];
    }
  }
}
