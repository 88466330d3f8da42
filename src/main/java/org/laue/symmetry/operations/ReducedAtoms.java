package org.laue.symmetry.operations;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.symmetry.lattice.LatticeReduction;
import org.laue.symmetry.lattice.ReducedLattice;

/**
 * The atoms of a crystal in its reduced cell: what searches at several tolerances have in common.
 */
public final class ReducedAtoms {
  private final ReducedLattice reduced;
  private final PeriodicAtoms atoms;
  private double[] distances;

  private ReducedAtoms(Crystal crystal, ReducedLattice reduced) {
    this.reduced = reduced;
    this.atoms =
        new PeriodicAtoms(
            reduced.lattice(),
            crystal.atomicNumbers(),
            reduced.lattice().toFractional(crystal.cartesian()));
  }

  /**
   * @param known of the same crystal at another tolerance, or null; taken again if the cell is the
   *     same
   */
  public static ReducedAtoms of(Crystal crystal, double symprec, ReducedAtoms known) {
    ReducedLattice reduced = LatticeReduction.delaunay(crystal.lattice(), symprec);
    return known != null && known.isIn(reduced) ? known : new ReducedAtoms(crystal, reduced);
  }

  private boolean isIn(ReducedLattice other) {
    return Arrays.equals(reduced.basis(), other.basis())
        && Arrays.equals(reduced.lattice().rows(), other.lattice().rows());
  }

  ReducedLattice reduced() {
    return reduced;
  }

  PeriodicAtoms atoms() {
    return atoms;
  }

  /** The distances of {@link Environments#distances}, which no tolerance changes. */
  double[] distances(PeriodicGrid grid) {
    if (distances == null) {
      distances = Environments.distances(atoms, grid);
    }
    return distances;
  }
}
