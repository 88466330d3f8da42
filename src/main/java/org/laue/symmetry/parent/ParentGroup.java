package org.laue.symmetry.parent;

import org.laue.symmetry.cell.SymmetryDataset;

/**
 * The space group of a parent and how clearly its sites speak for it.
 *
 * @param symmetry of the parent's cell
 * @param excess largest miss of a site or a length under an operation, 1 being the most that errors
 *     and strain are taken to make
 * @param refused the same of the richer group that was refused with the least; infinite where none
 *     was in sight
 * @param displacement of the atoms from their sites, rms per component, in edges of the cube that a
 *     site has to itself
 * @param atomsPerSite in all cells, on the average
 * @param byErrors number of the group that the errors of the sites allow: this one's, but where a
 *     tolerance gave a richer one
 */
public record ParentGroup(
    SymmetryDataset symmetry,
    double excess,
    double refused,
    double displacement,
    double atomsPerSite,
    int byErrors) {
  /** Odds that speak for a group without errors, logarithm. */
  private static final double EXACT = 5.26;

  private static final double PER_DISPLACEMENT = 32;
  private static final double PER_ERROR = 99;
  private static final double PER_EXCESS = 12;
  private static final double PER_REFUSED = 17;

  /** From here on a miss, or a group that was refused, is close to the limit. */
  private static final double CLOSE = 0.7;

  /** Another group of the same sites, which their errors do not explain. */
  ParentGroup with(SymmetryDataset nearly) {
    return new ParentGroup(nearly, 1, refused, displacement, atomsPerSite, byErrors);
  }

  /**
   * The probability that the group is that of the crystal that was broken: logistic in what speaks
   * against it, fitted to parents of 2,424 generated crystals that were broken in eight ways.
   */
  public double certainty() {
    double odds =
        EXACT
            - PER_DISPLACEMENT * displacement
            - PER_ERROR * displacement / Math.sqrt(atomsPerSite)
            - PER_EXCESS * Math.max(0, Math.min(1.2, excess) - CLOSE)
            - PER_REFUSED * Math.max(0, 1 / refused - CLOSE);
    return 1 / (1 + Math.exp(-odds));
  }
}
