package org.laue.symmetry.lattice;

import org.laue.structure.Lattice;

/**
 * A reduced basis of a lattice.
 *
 * @param lattice the reduced basis, rows = vectors, right-handed
 * @param basis nine integers, row-major: row i of {@code lattice} is sum_j basis[3 i + j] * row j
 *     of the lattice that was reduced; determinant 1 or, for a left-handed input, -1
 */
public record ReducedLattice(Lattice lattice, int[] basis) {}
