package org.laue.symmetry.operations;

import java.io.Serializable;
import org.laue.symmetry.lattice.SymmetryException;

/**
 * How far a crystal may be from ideal and still count as symmetric.
 *
 * @param symprec largest distance in angstrom between an atom and the image of its partner
 * @param angleTolerance largest change of a lattice angle in degrees under a rotation; zero or
 *     negative asks for Spglib's criterion, which turns the change into a length and compares that
 *     with symprec
 */
public record Tolerance(double symprec, double angleTolerance) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The tight setting of Ziletti et al. (2018): 0.001 angstrom, 1 degree. */
  public static final Tolerance TIGHT = new Tolerance(1e-3, 1);

  /** The medium setting: 0.01 angstrom, 1 degree. */
  public static final Tolerance MEDIUM = new Tolerance(1e-2, 1);

  /** The loose setting: 0.1 angstrom, 5 degrees. */
  public static final Tolerance LOOSE = new Tolerance(1e-1, 5);

  public Tolerance {
    if (!(symprec > 0) || Double.isInfinite(symprec)) {
      throw new SymmetryException(
          "symprec must be a positive length in angstrom, was "
              + symprec
              + "; 1e-5 suits exact cells, 0.01 to 0.1 measured ones");
    }
    if (!Double.isFinite(angleTolerance)) {
      throw new SymmetryException(
          "Angle tolerance must be a number of degrees, or -1 for none, was " + angleTolerance);
    }
  }

  /** {@code symprec} with Spglib's length criterion for the lattice, as Spglib does by default. */
  public static Tolerance of(double symprec) {
    return new Tolerance(symprec, -1);
  }

  /** Whether lattice angles are compared in degrees rather than through lengths. */
  public boolean comparesAngles() {
    return angleTolerance > 0;
  }
}
