package org.laue.symmetry.parent;

import java.util.List;
import java.util.Optional;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
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
 * @param sites what is known of each site of the cell
 */
public record ParentLattice(
    Crystal cell,
    int cells,
    double occupancy,
    double sigmaAngstrom,
    int strays,
    int substituted,
    List<ParentSite> sites) {
  /** Displacements below are those of digits and of rounding, angstrom. */
  private static final double EXACT = 0.005;

  public ParentLattice {
    sites = List.copyOf(sites);
  }

  /** The parent of any atoms: a crystal in its cell, or a cluster in any orientation. */
  public static Optional<ParentLattice> find(Atoms atoms) {
    return atoms instanceof Crystal crystal ? find(crystal) : find((Cluster) atoms);
  }

  /** The parent of a supercell, or empty where the crystal is best described as it stands. */
  public static Optional<ParentLattice> find(Crystal crystal) {
    if (crystal.atomCount() < 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(ParentSearch.run(crystal))
        .map(sites -> of(crystal, sites, sites.cells, sites.occupancy()));
  }

  /** The parent of atoms without a cell, in any orientation. */
  public static Optional<ParentLattice> find(Cluster cluster) {
    Cluster core = CloudLattice.core(Cluster.of(cluster.atomicNumbers(), cluster.cartesian()));
    FoldedSites sites = CloudLattice.find(core);
    if (sites == null) {
      return Optional.empty();
    }
    double occupancy = new Interior(core, sites, CloudLattice.bond(core)).occupancy();
    int cells = (int) Math.round(sites.placed() / (sites.siteCount() * occupancy));
    return Optional.of(of(core, sites, cells, occupancy));
  }

  private static ParentLattice of(Atoms crystal, FoldedSites sites, int cells, double occupancy) {
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
        cells,
        occupancy,
        sites.sigma(),
        crystal.atomCount() - sites.placed(),
        substituted,
        sites.sites(crystal));
  }

  /**
   * Symmetry of the parent cell: the group with most operations that the errors of the mean sites
   * allow.
   *
   * @param symprec largest change of length in angstrom that an operation of the lattice may make
   */
  public SymmetryDataset symmetry(double symprec) {
    return group(symprec).symmetry();
  }

  /** The same with what speaks for it. */
  public ParentGroup group(double symprec) {
    double[] errors = sites.stream().mapToDouble(ParentSite::errorAngstrom).toArray();
    int atoms = sites.stream().mapToInt(ParentSite::atoms).sum();
    return ParentSymmetry.of(cell, errors, sigmaAngstrom, Math.max(1, atoms), symprec);
  }

  /**
   * The group of atoms that nothing has displaced: that of the cell within a tolerance, as of a
   * crystal that is given in its cell. Elsewhere, and where the errors allow more, as {@link
   * #group}. A group that errors do not explain is at the limit of what is allowed.
   */
  public ParentGroup groupWithin(double symprec) {
    ParentGroup allowed = group(symprec);
    if (sigmaAngstrom > EXACT) {
      return allowed;
    }
    try {
      SymmetryDataset nearly = SymmetryFinder.symmetry(cell, new Tolerance(symprec, -1));
      boolean richer = nearly.operations().size() > allowed.symmetry().operations().size();
      return richer ? allowed.with(nearly) : allowed;
    } catch (SymmetryException tooLoose) {
      return allowed;
    }
  }

  /**
   * The number of the group that the mean sites have within 0.1 angstrom, whatever their errors, if
   * it has more operations than that which the errors allow; else of this one.
   *
   * @param allowed as {@link #symmetry} gives it
   */
  public int nearestGroup(SymmetryDataset allowed) {
    try {
      SymmetryDataset loose = SymmetryFinder.symmetry(cell, Tolerance.LOOSE);
      boolean richer = loose.operations().size() > allowed.operations().size();
      return richer ? loose.number() : allowed.number();
    } catch (SymmetryException tooLoose) {
      return allowed.number();
    }
  }

  /** Sites of all cells that are empty. */
  public int vacancies() {
    return (int) Math.round(cells * cell.atomCount() * (1 - occupancy));
  }

  /** Whether atoms are missing, added or of another element; displacements do not count. */
  public boolean isDepleted() {
    return occupancy < 1 || strays > 0 || substituted > 0;
  }
}
