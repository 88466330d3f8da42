package org.laue.symmetry.parent;

import java.util.Optional;

/**
 * Sites of a parent that are filled unequally, beyond chance. Atoms that were lost at random are
 * lost from all sites alike; where one kind of site is emptier than another the atoms may be
 * ordered in a larger cell, of another space group, whose empty sites are no vacancies.
 *
 * @param least share of the cells in which the emptiest site is occupied
 * @param most the same of the fullest
 */
public record UnequalSites(double least, double most) {
  /** Standard errors of a difference that chance does not reach, among hundreds of sites. */
  private static final double BEYOND_CHANCE = 6;

  /** Smaller differences are those of ordinary defects of one sublattice. */
  private static final double LEAST_DIFFERENCE = 0.15;

  /** Empty where all sites are filled alike, as far as their atoms tell. */
  public static Optional<UnequalSites> of(ParentLattice parent) {
    double cells = parent.cells();
    double least = 1;
    double most = 0;
    for (ParentSite site : parent.sites()) {
      double share = Math.min(1, site.atoms() / cells);
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    double mean = (least + most) / 2;
    double error = Math.sqrt(2 * mean * (1 - mean) / cells);
    boolean differ = most - least > LEAST_DIFFERENCE && most - least > BEYOND_CHANCE * error;
    return differ ? Optional.of(new UnequalSites(least, most)) : Optional.empty();
  }
}
