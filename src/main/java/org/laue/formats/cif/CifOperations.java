package org.laue.formats.cif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laue.UserException;
import org.laue.formats.io.LineSource;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;

/**
 * What a CIF's symmetry operations are asked: to be readable, to fit their cell, to be the same.
 */
final class CifOperations {
  /** Largest relative misfit between a cell and its own operation. */
  private static final double CELL_MISFIT = 0.03;

  /** Translations of all tabulated settings are multiples of 1/24. */
  private static final int PARTS = 24;

  /** How far a rounded one (0.33, 0.667) may be from it, in parts. */
  private static final double ROUNDED = 0.12;

  private CifOperations() {}

  /** Reads a triplet such as {@code -y+1/2, x-y, 0.25+z}, however it is quoted. */
  static SymmetryOperation parse(String text) {
    try {
      return SymmetryOperation.parse(text.replaceAll("['\"]", "").toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserException(
          "Symmetry operation must be like -x+1/2,y,z, was " + LineSource.shown(text), e);
    }
  }

  /**
   * The same for operations that differ by lattice translations or by the rounding of thirds: W,
   * and w in 24ths where it is one, else to three digits, modulo 1.
   */
  static List<Long> key(SymmetryOperation operation) {
    List<Long> key = new ArrayList<>(12);
    for (int entry : operation.rotation()) {
      key.add((long) entry);
    }
    for (double w : operation.translation()) {
      long parts = Math.round(PARTS * w);
      boolean tabulated = Math.abs(PARTS * w - parts) < ROUNDED;
      double inside = tabulated ? Math.floorMod(parts, PARTS) / (double) PARTS : w - Math.floor(w);
      key.add(Math.floorMod(Math.round(1000 * inside), 1000L));
    }
    return key;
  }

  /** The metric tensor W^T G W [9] of the turned cell. */
  static double[] turned(SymmetryOperation operation, double[] metric) {
    double[] w = Matrix3.ofIntegers(operation.rotation());
    return Matrix3.multiply(Matrix3.transposed(w), Matrix3.multiply(metric, w));
  }

  /**
   * @throws UserException if the operation changes lengths or angles of the cell
   */
  static void requireFit(SymmetryOperation operation, Lattice lattice) {
    if (!fits(operation, lattice)) {
      throw new UserException(
          "Symmetry operation " + operation + " does not fit the cell; one of them is wrong");
    }
  }

  /** Whether lengths and angles of the cell stay as they are. */
  static boolean fits(SymmetryOperation operation, Lattice lattice) {
    double[] metric = lattice.metric();
    double[] turned = turned(operation, metric);
    for (int i = 0; i < 9; i++) {
      double scale = Math.sqrt(metric[i / 3 * 4] * metric[i % 3 * 4]);
      if (Math.abs(turned[i] - metric[i]) > CELL_MISFIT * scale) {
        return false;
      }
    }
    return true;
  }
}
