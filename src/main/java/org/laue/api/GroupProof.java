package org.laue.api;

import java.util.Arrays;
import java.util.Optional;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.ParentLattice;
import org.laue.symmetry.parent.UnequalSites;

/**
 * Whether a space group stands against a network that says otherwise. The network was shown
 * crystals of one element, so that it is no witness for compounds; of broken crystals of an element
 * it is one, and of whole ones the exact group decides. A large cell proves nothing: a defect in it
 * may keep a cubic group that is not that of the lattice; a parent, which repeats in eight cells or
 * more, has no such defect. Nor is a parent whose sites are shared by elements, or filled
 * unequally: the order of atoms and empty sites may be what makes the crystal.
 */
final class GroupProof {
  /** Atoms in the largest primitive cell that cannot be one with a defect. */
  private static final int MOST_ATOMS = 15;

  /**
   * The same of an element: 15 atoms may be two bcc cells an edge less one, which have an exact
   * cubic group of another lattice.
   */
  private static final int MOST_OF_AN_ELEMENT = 8;

  /** Sites in the largest parents by which the certainty was fitted. */
  private static final int MOST_SITES = 64;

  /** Share of the groups that were right, of cells that are exact; see recognition.md. */
  private static final double EXACT = 0.99;

  /** Share of the names of structure types that were right, at the least; see classes.md. */
  private static final double NAMED = 0.98;

  /** Less certain parents prove nothing. */
  private static final double LEAST = 0.9;

  private GroupProof() {}

  /** The probability that the group is right; empty where it is not proven. */
  static Optional<Double> certainty(PreparedCluster prepared) {
    Crystal cell = prepared.conventionalCell();
    boolean element = Arrays.stream(cell.atomicNumbers()).distinct().count() == 1;
    int most = element ? MOST_OF_AN_ELEMENT : MOST_ATOMS;
    double certainty =
        prepared
            .parent()
            .map(parent -> element ? 0 : ofParent(parent, prepared))
            .orElseGet(() -> ofCell(prepared, most));
    return enough(certainty);
  }

  /**
   * The probability that the structure type is right, where it has one: it fits group, sites,
   * species and shape, so that elements and large cells are proven as well; empty where the parent
   * is not certain.
   */
  static Optional<Double> certaintyOfType(PreparedCluster prepared) {
    double certainty = prepared.parent().map(parent -> ofParent(parent, prepared)).orElse(1.0);
    return enough(NAMED * certainty);
  }

  private static Optional<Double> enough(double certainty) {
    return certainty >= LEAST ? Optional.of(certainty) : Optional.empty();
  }

  private static double ofParent(ParentLattice parent, PreparedCluster prepared) {
    return parent.substituted() > 0
            || parent.cell().atomCount() > MOST_SITES
            || UnequalSites.of(parent).isPresent()
        ? 0
        : prepared.parentGroup().orElseThrow().certainty();
  }

  private static double ofCell(PreparedCluster prepared, int mostAtoms) {
    SymmetryDataset exact = SymmetryFinder.symmetry(prepared.conventionalCell(), Tolerance.MEDIUM);
    boolean same = exact.number() == prepared.spaceGroup();
    return same && exact.primitiveCell().atomCount() <= mostAtoms ? EXACT : 0;
  }
}
