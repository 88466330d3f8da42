package org.laue.descriptors.image;

import java.util.List;
import java.util.Optional;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.ParentGroup;
import org.laue.symmetry.parent.ParentLattice;

/**
 * From a crystal as given to the cluster that diffracts: conventional cell, standard orientation,
 * whole cells until there are enough atoms (Ziletti et al. 2018 as coded). Of a broken supercell
 * the cells are those of its parent, and the atoms in them are its own, with their vacancies and
 * displacements.
 */
public final class ClusterPreparation {
  /** Atoms of the largest cell that is taken as it stands. */
  private static final int MOST_ATOMS_OF_A_CELL = 20_000;

  /** How far a component of a translation of the parent may be from a whole number. */
  private static final double WHOLE = 0.02;

  private ClusterPreparation() {}

  /**
   * The cluster of a crystal in any cell, broken or not.
   *
   * @throws org.laue.UserException if no cell or no bond length can be found
   */
  public static PreparedCluster prepare(Crystal given, FingerprintParameters parameters) {
    Optional<ParentLattice> parent = ParentLattice.find(given);
    Optional<ParentGroup> group = parent.map(p -> p.group(parameters.cellSymprec()));
    if (parent.isPresent() && parent.get().isDepleted()) {
      return broken(given, parent.get(), group.get(), parameters);
    }
    if (parent.isEmpty() && given.atomCount() > MOST_ATOMS_OF_A_CELL) {
      throw new UserException(
          "No lattice repeats in the "
              + given.atomCount()
              + " atoms of the cell (a liquid, a glass, several grains?); one cell may have "
              + MOST_ATOMS_OF_A_CELL
              + " atoms: cut out a piece");
    }
    SymmetryDataset own = symmetry(given, parameters.cellSymprec());
    if (parent.isPresent() && explainsMore(parent.get(), group.get(), own)) {
      return broken(given, parent.get(), group.get(), parameters);
    }
    return whole(own, parameters);
  }

  /**
   * The cluster that diffracts, of atoms without a cell in any orientation: a block of their
   * parent's conventional cells about their middle, its corners filled with the atoms outside it.
   *
   * @return empty if no lattice is found in them
   */
  public static Optional<PreparedCluster> prepare(Cluster given, FingerprintParameters parameters) {
    if (given.periodicLattice().isPresent()) {
      return Optional.empty();
    }
    return ParentLattice.find(given).map(parent -> inCells(given, parent, parameters));
  }

  private static PreparedCluster inCells(
      Cluster given, ParentLattice parent, FingerprintParameters parameters) {
    ParentGroup group = parent.groupWithin(parameters.cellSymprec());
    Crystal conventional = group.symmetry().standardCell(false);
    Crystal oriented = StandardOrientation.of(conventional);
    int[] repeats = Supercells.replicas(oriented, parameters.targetAtoms());
    Cluster cluster = new CellBox(oriented, group.symmetry()).cutAboutMiddle(given, repeats);
    double bondLength = parameters.bondLength().of(given, conventional);
    return PreparedCluster.broken(cluster, bondLength, conventional, parent, group);
  }

  /**
   * The periodic supercell, conventional and oriented, to which defects are applied.
   *
   * @param pristine in any cell, without defects
   */
  public static Crystal supercell(Crystal pristine, FingerprintParameters parameters) {
    return supercell(pristine, parameters.targetAtoms(), parameters.cellSymprec());
  }

  /**
   * The same.
   *
   * @param targetAtoms it grows until it has at least this many
   * @param symprec tolerance of the conventional cell, angstrom
   */
  public static Crystal supercell(Crystal pristine, int targetAtoms, double symprec) {
    Crystal conventional = symmetry(pristine, symprec).standardCell(false);
    return Supercells.build(StandardOrientation.of(conventional), targetAtoms);
  }

  /** The same in each admissible choice of the cell's corner, the standard one last. */
  public static List<Crystal> supercells(Crystal pristine, FingerprintParameters parameters) {
    Crystal conventional = symmetry(pristine, parameters.cellSymprec()).standardCell(false);
    return StandardOrientation.admissible(conventional).stream()
        .map(oriented -> Supercells.build(oriented, parameters.targetAtoms()))
        .toList();
  }

  private static SymmetryDataset symmetry(Crystal crystal, double symprec) {
    return SymmetryFinder.symmetry(crystal, new Tolerance(symprec, -1));
  }

  /**
   * Whether the parent has more operations for the same atoms than the crystal within the tolerance
   * of its cell, or the crystal's own translations are none of the parent's: the error of a
   * tolerance that is wide against the displacements.
   */
  private static boolean explainsMore(
      ParentLattice parent, ParentGroup group, SymmetryDataset own) {
    Lattice cell = parent.cell().lattice();
    for (double step : cell.toFractional(own.primitiveCell().lattice().rows())) {
      if (Math.abs(step - Math.rint(step)) > WHOLE) {
        return true;
      }
    }
    int operations = group.symmetry().operations().size();
    return operations * parent.cells() > own.operations().size();
  }

  private static PreparedCluster whole(SymmetryDataset symmetry, FingerprintParameters parameters) {
    Crystal conventional = symmetry.standardCell(false);
    Cluster cluster =
        Supercells.build(StandardOrientation.of(conventional), parameters.targetAtoms())
            .toCluster();
    double bondLength = parameters.bondLength().of(cluster, conventional);
    return PreparedCluster.whole(cluster, bondLength, conventional, symmetry);
  }

  private static PreparedCluster broken(
      Crystal given, ParentLattice parent, ParentGroup group, FingerprintParameters parameters) {
    Crystal conventional = group.symmetry().standardCell(false);
    Crystal oriented = StandardOrientation.of(conventional);
    int[] repeats = Supercells.replicas(oriented, parameters.targetAtoms());
    Cluster cluster = new CellBox(oriented, group.symmetry()).cut(given, repeats);
    double bondLength = parameters.bondLength().of(given, conventional);
    return PreparedCluster.broken(cluster, bondLength, conventional, parent, group);
  }
}
