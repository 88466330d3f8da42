package org.laue.symmetry.operations;

import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

/**
 * Three primitive vectors among the pure translations that were found, chosen as Spglib chooses
 * them: the first three (in the order of the atoms, unit vectors last) whose volume is that of the
 * primitive cell, freed from noise by rounding the inverse of their matrix to integers.
 *
 * <p>In a noisy supercell the rounding can go wrong, because the first three may be long; Spglib
 * then goes on with a wrong lattice, and so does this class, since the baseline of the paper (93 %
 * instead of 97 % at loose tolerance and 0.01 angstrom) depends on it.
 */
final class PrimitiveVectors {
  private static final double ZERO = 1e-10;

  /** Translations and unit vectors, fractions of the given cell in [0, 1). */
  private final double[][] vectors;

  private final int size;

  /**
   * After a search that found nothing: the sizes of groups that some three of the vectors stand
   * for, whatever the tolerance.
   */
  private final boolean[] spanned;

  /**
   * @param fractional positions [3 N] in the given cell
   * @param isTranslation for each atom whether it is a translate of the origin atom
   * @param size the number of translations
   */
  PrimitiveVectors(double[] fractional, int origin, boolean[] isTranslation, int size) {
    this.size = size;
    this.vectors = new double[size + 2][3];
    this.spanned = new boolean[size + 1];
    int next = 0;
    for (int atom = 0; atom < isTranslation.length; atom++) {
      if (isTranslation[atom] && atom != origin) {
        for (int axis = 0; axis < 3; axis++) {
          vectors[next][axis] =
              fraction(fractional[3 * atom + axis] - fractional[3 * origin + axis]);
        }
        next++;
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      vectors[next++][axis] = 1;
    }
  }

  private static double fraction(double x) {
    double nearZero = x - Math.rint(x);
    return nearZero < -ZERO ? nearZero + 1 : nearZero;
  }

  /**
   * Rows [9] of the primitive lattice in units of the given cell's vectors, or null if no three
   * translations span a cell of the right volume.
   */
  double[] find(Lattice lattice, double symprec) {
    double volume = lattice.volume();
    for (int i = 0; i < vectors.length; i++) {
      for (int j = i + 1; j < vectors.length; j++) {
        double[] cross = Matrix3.cross(vectors[i], vectors[j]);
        for (int k = j + 1; k < vectors.length; k++) {
          double fraction = Math.abs(Matrix3.dot(cross, vectors[k]));
          if (fraction * (size + 1) < 1) {
            continue;
          }
          int order = (int) Math.round(1 / fraction);
          spanned[Math.min(order, size)] = true;
          if (fraction * volume > symprec && order == size) {
            return cleaned(vectors[i], vectors[j], vectors[k]);
          }
        }
      }
    }
    return null;
  }

  /**
   * Whether a part of these vectors, for instance those of a smaller tolerance, can span a lattice
   * of so many points in the cell; asked after a search that found nothing, it saves the next one.
   */
  boolean canSpan(int fewer) {
    return fewer < spanned.length && spanned[fewer];
  }

  private double[] cleaned(double[] p, double[] q, double[] r) {
    double[] noisy = {p[0], p[1], p[2], q[0], q[1], q[2], r[0], r[1], r[2]};
    double[] inverse = Matrix3.inverse(noisy);
    for (int i = 0; i < 9; i++) {
      inverse[i] = Math.rint(inverse[i]);
    }
    double determinant =
        Matrix3.dot(Matrix3.cross(row(inverse, 0), row(inverse, 1)), row(inverse, 2));
    return Math.abs(determinant) == size ? Matrix3.inverse(inverse) : noisy;
  }

  private static double[] row(double[] m, int row) {
    return new double[] {m[3 * row], m[3 * row + 1], m[3 * row + 2]};
  }
}
