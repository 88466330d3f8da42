package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/**
 * Niggli's reduced cell by the algorithm of Krivy and Gruber (Acta Cryst. A32, 297, 1976) with the
 * tolerance of Grosse-Kunstleve, Sauter and Adams (Acta Cryst. A60, 1, 2004).
 */
public final class NiggliReduction {
  private static final double RELATIVE_TOLERANCE = 1e-5;
  private static final int MOST_STEPS = 1000;

  private final double epsilon;
  private double[] metric;
  private int[] basis = Matrix3.identity();

  private NiggliReduction(Lattice lattice) {
    this.metric = lattice.metric();
    this.epsilon = RELATIVE_TOLERANCE * Math.cbrt(lattice.volume() * lattice.volume());
  }

  /**
   * Columns of the result are the reduced vectors in terms of the lattice's; determinant +1.
   *
   * @throws SymmetryException if the cell is so thin that the reduction does not settle
   */
  static int[] of(Lattice lattice) {
    NiggliReduction reduction = new NiggliReduction(lattice);
    for (int step = 0; step < MOST_STEPS; step++) {
      reduction.normalise();
      if (!reduction.shorten()) {
        return reduction.basis;
      }
    }
    throw new SymmetryException("The Niggli reduction does not settle for " + lattice);
  }

  /** The reduced lattice itself. */
  public static Lattice reduced(Lattice lattice) {
    return changed(lattice, of(lattice));
  }

  /** The lattice whose vectors are the columns of an integer matrix in terms of this one's. */
  public static Lattice changed(Lattice lattice, int[] basis) {
    double[] rows = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[3 * i + j] = basis[3 * j + i];
      }
    }
    return lattice.transformed(rows);
  }

  /** Orders the lengths and gives the angles one kind: all acute, or none. */
  private void normalise() {
    if (longer(0, 1)) {
      change(0, -1, 0, -1, 0, 0, 0, 0, -1);
    }
    if (longer(1, 2)) {
      change(-1, 0, 0, 0, 0, -1, 0, -1, 0);
      if (longer(0, 1)) {
        change(0, -1, 0, -1, 0, 0, 0, 0, -1);
      }
    }
    int[] signs = {sign(xi()), sign(eta()), sign(zeta())};
    if (signs[0] * signs[1] * signs[2] > 0) {
      change(signs[0] < 0 ? -1 : 1, 0, 0, 0, signs[1] < 0 ? -1 : 1, 0, 0, 0, signs[2] < 0 ? -1 : 1);
    } else {
      makeObtuse(signs);
    }
  }

  /** Turns vectors so that no angle is acute; a right angle takes the sign that is left over. */
  private void makeObtuse(int[] signs) {
    int[] turn = {1, 1, 1};
    int free = -1;
    for (int i = 0; i < 3; i++) {
      if (signs[i] > 0) {
        turn[i] = -1;
      } else if (signs[i] == 0) {
        free = i;
      }
    }
    if (turn[0] * turn[1] * turn[2] < 0 && free >= 0) {
      turn[free] = -1;
    }
    change(turn[0], 0, 0, 0, turn[1], 0, 0, 0, turn[2]);
  }

  /** Whether |a_i| is longer than |a_j|, or as long with the larger off-diagonal product. */
  private boolean longer(int i, int j) {
    double difference = metric[4 * i] - metric[4 * j];
    if (Math.abs(difference) > epsilon) {
      return difference > 0;
    }
    double[] products = {Math.abs(xi()), Math.abs(eta()), Math.abs(zeta())};
    return products[i] > products[j] + epsilon;
  }

  /** One step that shortens a vector or settles a tie; false if the cell is reduced. */
  private boolean shorten() {
    double a = metric[0];
    double b = metric[4];
    if (beyond(xi(), b, eta(), zeta())) {
      change(1, 0, 0, 0, 1, -sign(xi()), 0, 0, 1);
    } else if (beyond(eta(), a, xi(), zeta())) {
      change(1, 0, -sign(eta()), 0, 1, 0, 0, 0, 1);
    } else if (beyond(zeta(), a, xi(), eta())) {
      change(1, -sign(zeta()), 0, 0, 1, 0, 0, 0, 1);
    } else if (sumIsTooSmall(a, b)) {
      change(1, 0, 1, 0, 1, 1, 0, 0, 1);
    } else {
      return false;
    }
    return true;
  }

  /**
   * Conditions 5 to 7: the product exceeds the square of the shorter vector, or equals it with the
   * wrong order of the other two products.
   */
  private boolean beyond(double product, double square, double first, double second) {
    if (Math.abs(product) > square + epsilon) {
      return true;
    }
    if (Math.abs(product - square) <= epsilon) {
      return 2 * first < second - epsilon;
    }
    return Math.abs(product + square) <= epsilon && second < -epsilon;
  }

  /** Condition 8. */
  private boolean sumIsTooSmall(double a, double b) {
    double sum = xi() + eta() + zeta() + a + b;
    return sum < -epsilon || (Math.abs(sum) <= epsilon && 2 * (a + eta()) + zeta() > epsilon);
  }

  private double xi() {
    return 2 * metric[5];
  }

  private double eta() {
    return 2 * metric[2];
  }

  private double zeta() {
    return 2 * metric[1];
  }

  private int sign(double product) {
    if (Math.abs(product) <= epsilon) {
      return 0;
    }
    return product > 0 ? 1 : -1;
  }

  private void change(int... columns) {
    basis = Matrix3.multiply(basis, columns);
    double[] changed = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        changed[3 * i + j] =
            RotationAxis.dot(Matrix3.column(columns, i), Matrix3.column(columns, j), metric);
      }
    }
    metric = changed;
  }
}
