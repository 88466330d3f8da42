package org.laue.symmetry.operations;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/**
 * The rotations that leave a reduced lattice unchanged within the tolerances, as Spglib means them:
 * the lengths of the three rotated vectors differ from the old ones by at most symprec, and their
 * angles by at most the angle tolerance; without one, sin(change of angle) times the mean length of
 * the two vectors is at most symprec.
 */
final class LatticeSymmetry {
  private static final int MAX_ORDER = 48;
  private static final double ANGLE_REDUCE = 0.95;
  private static final int ATTEMPTS = 100;

  /** The 26 vectors with components -1, 0 and 1. */
  /**
   * Changes of an angle that its sine does not tell from rounding; Spglib looks at none of them.
   */
  private static final double LEAST_SINE_SQUARED = 1e-12;

  /** A tolerance below this one, angstrom, means those changes too. */
  private static final double LEAST_OF_SPGLIB = 1e-9;

  /** Of an angle of a lattice in double precision, radians. */
  private static final double ROUNDING = 1e-14;

  private static final int[][] VECTORS = vectors();

  private final double[] metric;
  private final double[] lengths = new double[3];
  private final double[] angles = new double[3];
  private final double[] vectorLengths = new double[VECTORS.length];

  /**
   * @param lattice Delaunay-reduced
   */
  LatticeSymmetry(Lattice lattice) {
    metric = lattice.metric();
    for (int i = 0; i < 3; i++) {
      lengths[i] = Math.sqrt(metric[4 * i]);
    }
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      angles[i] = degrees(metric[3 * i + j] / (lengths[i] * lengths[j]));
    }
    for (int v = 0; v < VECTORS.length; v++) {
      vectorLengths[v] = Math.sqrt(product(VECTORS[v], VECTORS[v]));
    }
  }

  /** Rotations W [9], row-major, acting on fractional columns. */
  List<int[]> rotations(Tolerance tolerance) {
    double angle = tolerance.angleTolerance();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<int[]> found = search(tolerance.symprec(), angle);
      if (found.size() <= MAX_ORDER) {
        return found;
      }
      if (angle <= 0) {
        return List.of();
      }
      angle *= ANGLE_REDUCE;
    }
    return List.of();
  }

  private List<int[]> search(double symprec, double angleTolerance) {
    List<int[]> found = new ArrayList<>(MAX_ORDER);
    for (int a = 0; a < VECTORS.length; a++) {
      if (differs(a, 0, symprec)) {
        continue;
      }
      for (int b = 0; b < VECTORS.length; b++) {
        if (differs(b, 1, symprec) || turned(a, b, 0, symprec, angleTolerance)) {
          continue;
        }
        for (int c = 0; c < VECTORS.length; c++) {
          if (differs(c, 2, symprec)) {
            continue;
          }
          int[] w = columns(a, b, c);
          if (Math.abs(Matrix3.determinant(w)) == 1
              && !turned(b, c, 1, symprec, angleTolerance)
              && !turned(c, a, 2, symprec, angleTolerance)) {
            found.add(w);
          }
        }
      }
    }
    return found;
  }

  /** Whether a rotation found before also passes at these tolerances. */
  boolean accepts(int[] w, Tolerance tolerance) {
    int[] v = {index(w, 0), index(w, 1), index(w, 2)};
    for (int i = 0; i < 3; i++) {
      if (differs(v[i], i, tolerance.symprec())
          || turned(v[i], v[(i + 1) % 3], i, tolerance.symprec(), tolerance.angleTolerance())) {
        return false;
      }
    }
    return true;
  }

  private boolean differs(int vector, int axis, double symprec) {
    return Math.abs(vectorLengths[vector] - lengths[axis]) > symprec;
  }

  /** Whether images p, q of the vectors {@code pair} and pair + 1 enclose another angle. */
  private boolean turned(int p, int q, int pair, double symprec, double angleTolerance) {
    double cosine = product(VECTORS[p], VECTORS[q]) / (vectorLengths[p] * vectorLengths[q]);
    if (angleTolerance > 0) {
      return Math.abs(degrees(cosine) - angles[pair]) > angleTolerance;
    }
    int next = (pair + 1) % 3;
    double old = metric[3 * pair + next] / (lengths[pair] * lengths[next]);
    double cosineOfChange =
        cosine * old
            + Math.sqrt(Math.max(0, 1 - cosine * cosine)) * Math.sqrt(Math.max(0, 1 - old * old));
    double sineSquared = 1 - cosineOfChange * cosineOfChange;
    double meanLengths =
        (lengths[pair] + vectorLengths[p]) * (lengths[next] + vectorLengths[q]) / 4;
    if (sineSquared > LEAST_SINE_SQUARED) {
      return sineSquared * meanLengths > symprec * symprec;
    }
    double change = Math.abs(cosine - old) / Math.sqrt(1 - old * old);
    double shift = (change - ROUNDING) * Math.sqrt(meanLengths);
    return symprec < LEAST_OF_SPGLIB && shift > symprec;
  }

  private double product(int[] p, int[] q) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += p[i] * (metric[3 * i] * q[0] + metric[3 * i + 1] * q[1] + metric[3 * i + 2] * q[2]);
    }
    return sum;
  }

  private static double degrees(double cosine) {
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  private static int[] columns(int a, int b, int c) {
    int[] p = VECTORS[a];
    int[] q = VECTORS[b];
    int[] r = VECTORS[c];
    return new int[] {p[0], q[0], r[0], p[1], q[1], r[1], p[2], q[2], r[2]};
  }

  private static int index(int[] w, int column) {
    int code = 9 * (w[column] + 1) + 3 * (w[3 + column] + 1) + w[6 + column] + 1;
    return code < 13 ? code : code - 1;
  }

  private static int[][] vectors() {
    int[][] all = new int[26][];
    int next = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int k = -1; k <= 1; k++) {
          if (i != 0 || j != 0 || k != 0) {
            all[next++] = new int[] {i, j, k};
          }
        }
      }
    }
    return all;
  }
}
