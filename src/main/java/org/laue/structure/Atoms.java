package org.laue.structure;

import java.util.Optional;

/** A set of atoms: a {@link Crystal}, periodic in three directions, or a finite {@link Cluster}. */
public sealed interface Atoms permits Crystal, Cluster {

  int atomCount();

  /** Atomic number of one atom, 1 (H) to 118. */
  int atomicNumber(int atom);

  /** Atomic numbers, one per atom; a copy. */
  int[] atomicNumbers();

  /** Cartesian positions in angstrom, double [3 N], atom by atom (x, y, z); a copy. */
  double[] cartesian();

  /** The lattice under which the atoms repeat, or empty for a finite set without one. */
  Optional<Lattice> periodicLattice();

  /** Reduced formula with elements in order of atomic number, for instance {@code O2Ti}. */
  default String formula() {
    return Formulas.reduced(atomicNumbers());
  }
}
