package org.laue.symmetry.operations;

import org.laue.structure.Crystal;

/**
 * The primitive cell of a crystal in its reduced (Delaunay) basis, and how the input maps on it.
 */
public final class PrimitiveCell {
  private final Crystal crystal;
  private final double[] basis;
  private final int[] atomMap;
  private final double symprec;

  PrimitiveCell(Crystal crystal, double[] basis, int[] atomMap, double symprec) {
    this.crystal = crystal;
    this.basis = basis;
    this.atomMap = atomMap;
    this.symprec = symprec;
  }

  /**
   * Primitive cell; its lattice is the reduced one; positions averaged over the pure translations.
   */
  public Crystal crystal() {
    return crystal;
  }

  int atomCount() {
    return crystal.atomCount();
  }

  /**
   * Reduced primitive basis in terms of the input's: row i of the primitive lattice is sum_j
   * basis[3 i + j] * row j of the input lattice. Both cells share their origin.
   */
  public double[] basis() {
    return basis.clone();
  }

  /** For each atom of the input the atom of the primitive cell that it is a copy of. */
  public int[] atomMap() {
    return atomMap.clone();
  }

  /** The same cell, found at another tolerance. */
  PrimitiveCell at(double tolerance) {
    return new PrimitiveCell(crystal, basis, atomMap, tolerance);
  }

  /** The tolerance in angstrom at which the pure translations formed a group. */
  public double symprec() {
    return symprec;
  }
}
