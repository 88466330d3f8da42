package org.laue.descriptors.image;

import java.util.Optional;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.parent.ParentGroup;
import org.laue.symmetry.parent.ParentLattice;

/**
 * A crystal made ready for its fingerprint.
 *
 * @param cluster the atoms that diffract, in the standard orientation, angstrom
 * @param bondLengthAngstrom of the crystal as given or of the conventional cell, as the rule says
 * @param conventionalCell of the crystal, or of the parent it is a broken supercell of
 * @param symmetry of that cell, or of the primitive one that it stands for
 * @param parent what the crystal is a broken supercell of; empty for a crystal that stands for
 *     itself, an unbroken supercell among them
 * @param parentGroup the parent's group, with what speaks for it
 */
public record PreparedCluster(
    Cluster cluster,
    double bondLengthAngstrom,
    Crystal conventionalCell,
    SymmetryDataset symmetry,
    Optional<ParentLattice> parent,
    Optional<ParentGroup> parentGroup) {

  /** A crystal that stands for itself. */
  static PreparedCluster whole(
      Cluster cluster,
      double bondLengthAngstrom,
      Crystal conventionalCell,
      SymmetryDataset symmetry) {
    return new PreparedCluster(
        cluster,
        bondLengthAngstrom,
        conventionalCell,
        symmetry,
        Optional.empty(),
        Optional.empty());
  }

  /** Atoms that were made from a parent. */
  static PreparedCluster broken(
      Cluster cluster,
      double bondLengthAngstrom,
      Crystal conventionalCell,
      ParentLattice parent,
      ParentGroup group) {
    return new PreparedCluster(
        cluster,
        bondLengthAngstrom,
        conventionalCell,
        group.symmetry(),
        Optional.of(parent),
        Optional.of(group));
  }

  /** International number of the space group, 1 to 230. */
  public int spaceGroup() {
    return symmetry.number();
  }

  /** Whether the crystal was recognised as a broken supercell. */
  public boolean isBrokenSupercell() {
    return parent.isPresent();
  }

  /** Share of the parent's sites that are occupied; 1 for a crystal that stands for itself. */
  public double occupancy() {
    return parent.map(ParentLattice::occupancy).orElse(1.0);
  }

  /** Root mean square length of the displacements from the parent's sites, angstrom. */
  public double rmsDisplacementAngstrom() {
    return Math.sqrt(3) * parent.map(ParentLattice::sigmaAngstrom).orElse(0.0);
  }
}
