package org.laue.symmetry.groups;

import java.util.Arrays;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.operations.ConventionalOperations;

/**
 * The move of the origin that turns operations into those of a tabulated group: (I - W) p + w =
 * w_table modulo the lattice for every rotation W.
 */
public final class OriginShift {
  private final ConventionalOperations found;
  private final TabulatedGroup group;
  private final double[] toPrimitive;

  private OriginShift(ConventionalOperations found, TabulatedGroup group) {
    this.found = found;
    this.group = group;
    this.toPrimitive = group.toPrimitive();
  }

  /**
   * The shift p in conventional coordinates, or null if these are not the operations of the group.
   *
   * @param primitive the lattice of the group's primitive basis
   * @param symprec largest difference between translations, angstrom
   */
  public static double[] find(
      ConventionalOperations found, TabulatedGroup group, Lattice primitive, double symprec) {
    if (!Arrays.equals(found.codes(), group.codes())) {
      return null;
    }
    OriginShift search = new OriginShift(found, group);
    double[] shift = search.solve();
    return search.verify(shift, primitive.metric(), symprec * symprec) ? shift : null;
  }

  private double[] solve() {
    int[] generators = group.generators();
    double[] residuals = new double[3 * generators.length];
    double[] zero = new double[3];
    double[] residual = new double[3];
    for (int g = 0; g < generators.length; g++) {
      residual(generators[g], zero, residual);
      System.arraycopy(residual, 0, residuals, 3 * g, 3);
    }
    double[][] solver = group.shiftSolver();
    double[] primitiveShift = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < residuals.length; j++) {
        primitiveShift[i] += solver[i][j] * residuals[j];
      }
    }
    return Matrix3.apply(group.centring().primitiveBasis(), primitiveShift);
  }

  private boolean verify(double[] shift, double[] metric, double limit) {
    double[] residual = new double[3];
    for (int i = 0; i < group.codes().length; i++) {
      residual(i, shift, residual);
      if (Matrix3.squaredLength(residual, metric) >= limit) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is left between the table's translation and the shifted one, in primitive coordinates,
   * each within half a lattice vector.
   */
  private void residual(int operation, double[] shift, double[] out) {
    int[] w = found.rotation(operation);
    double[] difference = new double[3];
    for (int i = 0; i < 3; i++) {
      double turned = w[3 * i] * shift[0] + w[3 * i + 1] * shift[1] + w[3 * i + 2] * shift[2];
      difference[i] =
          group.translations()[3 * operation + i]
              - found.translation(operation, i)
              - shift[i]
              + turned;
    }
    for (int i = 0; i < 3; i++) {
      double value =
          toPrimitive[3 * i] * difference[0]
              + toPrimitive[3 * i + 1] * difference[1]
              + toPrimitive[3 * i + 2] * difference[2];
      out[i] = value - Math.rint(value);
    }
  }
}
