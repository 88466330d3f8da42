package org.laue.scan;

import org.laue.structure.Matrix3;

/** Splits the map of a template into turn and stretch, and keeps the stretch small. */
final class Strain {
  /** Largest deviatoric strain (Frobenius norm): beyond it fcc would turn into bcc (Bain). */
  private static final double LIMIT = 0.08;

  /** Ratio c/a of a hexagonal lattice over the ideal one: Be to Cd. */
  private static final double LEAST_RATIO = 0.92;

  private static final double MOST_RATIO = 1.17;

  private Strain() {}

  /** The turn of a map (polar decomposition by Newton's iteration, Higham 1986). */
  static double[] rotation(double[] metric) {
    double scale = 1 / Math.cbrt(Matrix3.determinant(metric));
    double[] r = new double[9];
    for (int i = 0; i < 9; i++) {
      r[i] = metric[i] * scale;
    }
    for (int round = 0; round < 6; round++) {
      double[] inverse = Matrix3.transposed(Matrix3.inverse(r));
      for (int i = 0; i < 9; i++) {
        r[i] = 0.5 * (r[i] + inverse[i]);
      }
    }
    return r;
  }

  /** The map with its stretch drawn back to the limit; null where it is no turn at all. */
  static double[] limited(double[] metric, boolean hexagonal) {
    if (!(Matrix3.determinant(metric) > 1e-6)) {
      return null;
    }
    double[] turn = rotation(metric);
    double[] stretch = Matrix3.multiply(Matrix3.transposed(turn), metric);
    double[] ideal = ideal(stretch, hexagonal);
    double squared = 0;
    for (int i = 0; i < 9; i++) {
      squared += (stretch[i] - ideal[i]) * (stretch[i] - ideal[i]);
    }
    double strain = Math.sqrt(squared) / ideal[0];
    double keep = strain > LIMIT ? LIMIT / strain : 1;
    for (int i = 0; i < 9; i++) {
      stretch[i] = ideal[i] + keep * (stretch[i] - ideal[i]);
    }
    return Matrix3.multiply(turn, stretch);
  }

  /** The nearest stretch that costs nothing: uniform, with c/a free in a hexagonal lattice. */
  private static double[] ideal(double[] stretch, boolean hexagonal) {
    if (!hexagonal) {
      double mean = (stretch[0] + stretch[4] + stretch[8]) / 3;
      return new double[] {mean, 0, 0, 0, mean, 0, 0, 0, mean};
    }
    double a = (stretch[0] + stretch[4]) / 2;
    double c = Math.max(LEAST_RATIO * a, Math.min(MOST_RATIO * a, stretch[8]));
    return new double[] {a, 0, 0, 0, a, 0, 0, 0, c};
  }

  /** Squared deviatoric strain of a map. */
  static double squared(double[] metric, double[] turn, boolean hexagonal) {
    double[] stretch = Matrix3.multiply(Matrix3.transposed(turn), metric);
    double[] ideal = ideal(stretch, hexagonal);
    double squared = 0;
    for (int i = 0; i < 9; i++) {
      squared += (stretch[i] - ideal[i]) * (stretch[i] - ideal[i]);
    }
    return squared / (ideal[0] * ideal[0]);
  }
}
