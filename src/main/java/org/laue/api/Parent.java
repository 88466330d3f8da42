package org.laue.api;

import org.laue.descriptors.image.PreparedCluster;
import org.laue.symmetry.parent.ParentLattice;

/**
 * The crystal that a broken supercell was made from, as far as its atoms tell.
 *
 * @param occupancy share of the parent's sites that are occupied, in (0, 1]
 * @param rmsDisplacementAngstrom root mean square length of the displacements from the sites
 * @param vacancies empty sites
 * @param interstitials atoms on no site
 * @param substitutions atoms of another element than their site's
 * @param certainty probability in [0, 1] that the space group is that of the crystal before it was
 *     broken
 */
public record Parent(
    double occupancy,
    double rmsDisplacementAngstrom,
    int vacancies,
    int interstitials,
    int substitutions,
    double certainty) {

  static Parent of(PreparedCluster prepared, ParentLattice lattice) {
    return new Parent(
        lattice.occupancy(),
        prepared.rmsDisplacementAngstrom(),
        lattice.vacancies(),
        lattice.strays(),
        lattice.substituted(),
        prepared.parentGroup().orElseThrow().certainty());
  }
}
