package org.laue.symmetry.groups;

import java.util.Arrays;
import java.util.List;
import org.laue.structure.CoordinateTriplet;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.lattice.ModularSystem;

/**
 * One Wyckoff position of a standard setting: the points {@code v + M u} for free parameters u, and
 * their images.
 *
 * <p>A point lies on a translate of this subspace if K (x - v) is integer, K being a basis of the
 * integer vectors that vanish on M (rows, from the Smith form of M); what is left of K (x - v)
 * tells how far off it is.
 */
public final class WyckoffPosition {
  /** Tables are exact in twenty-fourths; this is far below. */
  private static final double EXACT = 1e-6;

  private final char letter;
  private final int multiplicity;
  private final String siteSymmetry;
  private final String coordinates;
  private final double[] offset;
  private final int[][] annihilator;
  private final int[][] lift;
  private final double[] complement;

  WyckoffPosition(
      char letter,
      int multiplicity,
      String siteSymmetry,
      String coordinates,
      List<SymmetryOperation> operations) {
    this.letter = letter;
    this.multiplicity = multiplicity;
    this.siteSymmetry = siteSymmetry;
    this.coordinates = coordinates;
    CoordinateTriplet triplet = CoordinateTriplet.parse(coordinates);
    this.offset = triplet.offset();
    ModularSystem.Kernel kernel = ModularSystem.kernel(triplet.directions());
    this.annihilator = kernel.vectors();
    this.lift = kernel.duals();
    this.complement = complement(triplet.directions(), operations);
  }

  /** Identity minus the mean of the rotations that leave every point of the subspace in place. */
  private double[] complement(int[][] directions, List<SymmetryOperation> operations) {
    double[] sum = new double[9];
    int count = 0;
    for (SymmetryOperation operation : operations) {
      if (leavesInPlace(operation, directions)) {
        int[] w = operation.rotation();
        for (int i = 0; i < 9; i++) {
          sum[i] += w[i];
        }
        count++;
      }
    }
    double[] out = new double[9];
    for (int i = 0; i < 9; i++) {
      out[i] = (i % 4 == 0 ? 1 : 0) - sum[i] / count;
    }
    return out;
  }

  /** Whether the operation, up to a lattice vector of the cell, leaves all points in place. */
  private boolean leavesInPlace(SymmetryOperation operation, int[][] directions) {
    int[] w = operation.rotation();
    for (int[] direction : directions) {
      if (!Arrays.equals(Matrix3.apply(w, direction), direction)) {
        return false;
      }
    }
    double[] image = operation.apply(offset);
    for (int i = 0; i < 3; i++) {
      double moved = image[i] - offset[i];
      if (Math.abs(moved - Math.rint(moved)) > EXACT) {
        return false;
      }
    }
    return true;
  }

  /** Letter of the International Tables: a for the highest site symmetry. */
  public char letter() {
    return letter;
  }

  /** Number of its points in the conventional cell. */
  public int multiplicity() {
    return multiplicity;
  }

  /** Coordinates that the position leaves free, 0 to 3. */
  public int freeCoordinates() {
    return 3 - annihilator.length;
  }

  /** Oriented site-symmetry symbol, for instance {@code m-3m} or {@code 2.mm}. */
  public String siteSymmetry() {
    return siteSymmetry;
  }

  /** Coordinates of the representative, for instance {@code x,2x,1/4}. */
  String coordinates() {
    return coordinates;
  }

  /**
   * The vector from the nearest translate of the subspace to a point, in fractions of the cell:
   * taking it from the point puts the point on the subspace.
   *
   * @param x standard coordinates [3]
   */
  public double[] displacement(double[] x) {
    double[] d = {x[0] - offset[0], x[1] - offset[1], x[2] - offset[2]};
    double[] rest = d.clone();
    for (int r = 0; r < annihilator.length; r++) {
      int[] k = annihilator[r];
      double steps = Math.rint(k[0] * d[0] + k[1] * d[1] + k[2] * d[2]);
      for (int i = 0; i < 3; i++) {
        rest[i] -= steps * lift[r][i];
      }
    }
    return Matrix3.apply(complement, rest);
  }

  /** Positions are compared by what the table says of them. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WyckoffPosition that
        && letter == that.letter
        && multiplicity == that.multiplicity
        && siteSymmetry.equals(that.siteSymmetry)
        && coordinates.equals(that.coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * letter + coordinates.hashCode();
  }

  @Override
  public String toString() {
    return multiplicity + "" + letter + " " + siteSymmetry + " " + coordinates;
  }
}
