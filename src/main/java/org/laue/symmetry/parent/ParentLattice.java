package org.laue.symmetry.parent;

import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.Tolerance;

/**
 * The small cell from which a broken periodic supercell was made: its lattice is known, but atoms
 * may be missing, displaced, substituted or added. Any basis of the supercell will do.
 *
 * <p>The lattice translations of the parent are the annihilator of its Bragg peaks: among the
 * reflections of the supercell those of the parent grow with the square of the number of atoms,
 * what the defects scatter grows with the number. The strongest reflections, closed under addition,
 * give a short chain of candidate lattices, all exact divisors of the supercell; each is judged by
 * folding the atoms into its cell, and the shortest description wins ({@link DescriptionLength}).
 *
 * @param cell primitive cell of the parent in the Cartesian frame of the given crystal: mean
 *     positions of the sites, most frequent species
 * @param cells how many of these cells fill the given one
 * @param occupancy share of the parent's sites that are occupied
 * @param sigmaAngstrom displacement of the atoms from their sites, rms per Cartesian component
 * @param strays atoms on no site
 * @param substituted atoms of another element than their site's
 */
public record ParentLattice(
    Crystal cell, int cells, double occupancy, double sigmaAngstrom, int strays, int substituted) {

  /** Tolerances that are tried, in standard errors of a mean site. */
  private static final double[] NOISE_FACTORS = {6, 9, 13, 18, 25};

  /** Largest of them, in bond lengths. */
  private static final double MAX_SYMPREC = 0.12;

  /** The parent of a supercell, or empty where the crystal is best described as it stands. */
  public static Optional<ParentLattice> find(Crystal crystal) {
    if (crystal.atomCount() < 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(ParentSearch.run(crystal)).map(sites -> of(crystal, sites));
  }

  private static ParentLattice of(Crystal crystal, FoldedSites sites) {
    int[] species = new SiteSpecies(crystal, sites).atomicNumbers();
    int substituted = 0;
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      int site = sites.siteOf[atom];
      if (site >= 0 && species[site] != crystal.atomicNumber(atom)) {
        substituted++;
      }
    }
    return new ParentLattice(
        Crystal.of(sites.cell, species, sites.positions()),
        sites.cells,
        (double) sites.placed() / (sites.cells * sites.siteCount()),
        sites.sigma(),
        crystal.atomCount() - sites.placed(),
        substituted);
  }

  /** Standard error of a coordinate of a mean site, angstrom. */
  public double positionErrorAngstrom() {
    return sigmaAngstrom / Math.sqrt(Math.max(1, cells * occupancy));
  }

  /**
   * Symmetry of the parent cell. Mean sites are uncertain by the displacements over the square root
   * of the number of cells, and the tolerance follows: of those that fit the noise the one with
   * most operations is taken. A single site has no such error.
   *
   * @param symprec smallest tolerance in angstrom
   */
  public SymmetryDataset symmetry(double symprec) {
    SymmetryDataset best = SymmetryFinder.symmetry(cell, new Tolerance(symprec, -1));
    double most = cell.atomCount() == 1 ? 0 : MAX_SYMPREC * BondLengths.median(cell);
    for (double factor : NOISE_FACTORS) {
      double fitted = Math.min(most, factor * positionErrorAngstrom());
      if (fitted > symprec) {
        best = richer(best, new Tolerance(fitted, -1));
      }
    }
    return best;
  }

  private SymmetryDataset richer(SymmetryDataset known, Tolerance tolerance) {
    try {
      SymmetryDataset other = SymmetryFinder.symmetry(cell, tolerance);
      return other.operations().size() > known.operations().size() ? other : known;
    } catch (SymmetryException tooLoose) {
      return known;
    }
  }

  /** Whether atoms are missing, added or of another element; displacements do not count. */
  public boolean isDepleted() {
    return occupancy < 1 || strays > 0 || substituted > 0;
  }
}
