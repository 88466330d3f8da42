package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;

/** The reduced basis in which the finder works. */
public final class LatticeReduction {
  private LatticeReduction() {}

  /**
   * Delaunay reduction: of the seven vectors b1..b4, b1+b2, b2+b3, b3+b1 of a Selling-reduced
   * quadruple (b1+b2+b3+b4 = 0, all scalar products <= 0) the three shortest independent ones,
   * right-handed.
   *
   * @param symprec scalar products below symprec (square angstrom) count as zero
   * @throws SymmetryException if the cell is too skewed to be reduced
   */
  public static ReducedLattice delaunay(Lattice lattice, double symprec) {
    return new DelaunayReduction(lattice, symprec).reduce();
  }
}
