package org.laue.symmetry.cell;

import java.util.ArrayList;
import java.util.List;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.TabulatedGroup;
import org.laue.symmetry.operations.PeriodicAtoms;
import org.laue.symmetry.operations.PrimitiveCell;

/**
 * The operations of the tabulated group in the given cell: each representative with each lattice
 * point of that cell. A supercell that breaks a rotation of its lattice does not have that
 * rotation.
 */
final class InputOperations {
  private static final double INTEGER = 1e-4;

  private InputOperations() {}

  static List<SymmetryOperation> of(Lattice input, SymmetrySearch.Result result) {
    ChangeOfBasis change = ChangeOfBasis.of(result);
    double[] inverse = change.inverseMatrix();
    List<double[]> points = latticePoints(result.cell());
    List<SymmetryOperation> operations = new ArrayList<>();
    for (SymmetryOperation standard :
        TabulatedGroup.of(result.match().hallNumber()).representatives()) {
      double[] w =
          Matrix3.multiply(
              inverse, Matrix3.multiply(Matrix3.ofIntegers(standard.rotation()), change.matrix()));
      int[] rotation = integers(w);
      if (rotation != null) {
        double[] t = translation(standard, change, inverse);
        for (double[] point : points) {
          operations.add(new SymmetryOperation(rotation, wrapped(t, point)));
        }
      }
    }
    return identityFirst(operations);
  }

  /** w in the given cell: P^-1 (w_s + W_s p - p). */
  private static double[] translation(
      SymmetryOperation standard, ChangeOfBasis change, double[] inverse) {
    double[] moved = Matrix3.apply(Matrix3.ofIntegers(standard.rotation()), change.shift());
    double[] t = new double[3];
    for (int i = 0; i < 3; i++) {
      t[i] = standard.t(i) + moved[i] - change.shift()[i];
    }
    return Matrix3.apply(inverse, t);
  }

  private static double[] wrapped(double[] t, double[] point) {
    double[] sum = new double[3];
    for (int i = 0; i < 3; i++) {
      double x = PeriodicAtoms.wrap(t[i] + point[i]);
      sum[i] = x > 1 - 1e-9 ? 0 : x;
    }
    return sum;
  }

  private static int[] integers(double[] w) {
    int[] rotation = new int[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = (int) Math.rint(w[i]);
      if (Math.abs(w[i] - rotation[i]) > INTEGER) {
        return null;
      }
    }
    return rotation;
  }

  /** Points of the primitive lattice in the given cell, as fractions of it. */
  private static List<double[]> latticePoints(PrimitiveCell cell) {
    double[] rows = cell.basis();
    int count = (int) Math.rint(1 / Math.abs(Matrix3.determinant(rows)));
    List<double[]> points = new ArrayList<>(count);
    points.add(new double[3]);
    for (int row = 0; row < 3 && points.size() < count; row++) {
      double[] step = {rows[3 * row], rows[3 * row + 1], rows[3 * row + 2]};
      extend(points, step, count);
    }
    return points;
  }

  /** Adds the multiples of a step until they come back among the points. */
  private static void extend(List<double[]> points, double[] step, int count) {
    List<double[]> before = List.copyOf(points);
    double[] shift = step.clone();
    while (points.size() < count && !contains(before, shift)) {
      for (double[] point : before) {
        points.add(wrapped(point, shift));
      }
      for (int i = 0; i < 3; i++) {
        shift[i] += step[i];
      }
    }
  }

  private static boolean contains(List<double[]> points, double[] shift) {
    for (double[] point : points) {
      boolean same = true;
      for (int i = 0; i < 3; i++) {
        double d = point[i] - shift[i];
        same &= Math.abs(d - Math.rint(d)) < 1e-6;
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static List<SymmetryOperation> identityFirst(List<SymmetryOperation> operations) {
    int at = operations.indexOf(SymmetryOperation.IDENTITY);
    if (at > 0) {
      operations.add(0, operations.remove(at));
    }
    return operations;
  }
}
