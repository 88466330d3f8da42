package org.laue.symmetry.operations;

import java.util.Arrays;
import java.util.List;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;

/** Centring of a conventional cell, with its lattice points in twelfths of the cell edges. */
public enum Centring {
  P(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 1),
  A(new int[] {2, 0, 0, 0, 1, 1, 0, -1, 1}, 2, 0, 6, 6),
  B(new int[] {1, 0, 1, 0, 2, 0, -1, 0, 1}, 2, 6, 0, 6),
  C(new int[] {1, 1, 0, -1, 1, 0, 0, 0, 2}, 2, 6, 6, 0),
  I(new int[] {-1, 1, 1, 1, -1, 1, 1, 1, -1}, 2, 6, 6, 6),
  R(new int[] {2, -1, -1, 1, 1, -2, 1, 1, 1}, 3, 8, 4, 4, 4, 8, 8),
  F(new int[] {0, 1, 1, 1, 0, 1, 1, 1, 0}, 2, 0, 6, 6, 6, 0, 6, 6, 6, 0);

  /** Translations of every tabulated operation are exact in these parts of the cell edges. */
  public static final int PARTS = 12;

  private final int[] primitiveNumerators;
  private final int denominator;
  private final int[] points;

  Centring(int[] primitiveNumerators, int denominator, int... points) {
    this.primitiveNumerators = primitiveNumerators;
    this.denominator = denominator;
    this.points = points;
  }

  /** Lattice points in the cell beside the corner, as pure translations. */
  public List<SymmetryOperation> translations() {
    SymmetryOperation[] out = new SymmetryOperation[points.length / 3];
    for (int i = 0; i < out.length; i++) {
      out[i] = translation(Arrays.copyOfRange(points, 3 * i, 3 * i + 3));
    }
    return List.of(out);
  }

  private static SymmetryOperation translation(int[] point) {
    return SymmetryOperation.ofParts(Matrix3.identity(), point, PARTS);
  }

  /** Lattice points of the cell: 1 to 4. */
  public int multiplicity() {
    return points.length / 3 + 1;
  }

  /**
   * Conventional coordinates of a primitive basis: column j is the j-th primitive vector in terms
   * of the cell edges.
   */
  public double[] primitiveBasis() {
    double[] basis = new double[9];
    for (int i = 0; i < 9; i++) {
      basis[i] = primitiveNumerators[i] / (double) denominator;
    }
    return basis;
  }

  /** Numerators of {@link #primitiveBasis()} over {@link #denominator()}. */
  public int[] primitiveNumerators() {
    return primitiveNumerators.clone();
  }

  public int denominator() {
    return denominator;
  }

  /**
   * The centring of a cell whose edges are the columns of an integer matrix in terms of a primitive
   * basis; null if it is none of the seven (for instance a reverse rhombohedral cell).
   */
  public static Centring ofBasis(int[] basis) {
    int count = Math.abs(Matrix3.determinant(basis));
    for (Centring centring : values()) {
      if (centring.multiplicity() == count && centring.holdsFor(basis)) {
        return centring;
      }
    }
    return null;
  }

  /** Whether every lattice point, taken to the primitive basis, has integer coordinates. */
  private boolean holdsFor(int[] basis) {
    for (int i = 0; i < points.length; i += 3) {
      int[] point = {points[i], points[i + 1], points[i + 2]};
      for (int coordinate : Matrix3.apply(basis, point)) {
        if (coordinate % PARTS != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
