package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.laue.structure.Cluster;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.Neighbours;
import org.laue.symmetry.lattice.LatticeReduction;

/**
 * The parent lattice of atoms without a cell, in any orientation: the translations are the fullest
 * heaps of pair vectors, the three shortest that span a volume are the cell, and least squares over
 * all atoms sharpen it.
 */
final class CloudLattice {
  private static final int MIN_ATOMS = 40;

  /** Atoms that are looked at, those nearest to the middle. */
  private static final int MOST_ATOMS = 2500;

  /** Reaches of the pair vectors that are tried, in bond lengths. */
  private static final double[] REACHES = {3.2, 4.5, 6.5};

  /**
   * The last reach, in edges of the cube that an atom has to itself: molecules and layers are many
   * bond lengths apart.
   */
  private static final double FARTHEST = 5;

  /** The same in bond lengths, at the most. */
  private static final double MOST_BONDS = 12;

  /** Share of the fullest heaps that a translation has. */
  private static final double[] FULL = {0.72, 0.82, 0.9, 0.96};

  /** Nats of the place of one site. */
  private static final double SITE = 16;

  /** Displacements in bond lengths that do not tell cells apart. */
  private static final double GRAIN = 0.01;

  /** Nats per atom that a larger cell must gain. */
  private static final double WAVES = 0.25;

  /** The fullest heaps are the mean of so many. */
  private static final int FULLEST = 4;

  /** Share of the atoms that a translation of a crystal joins; a liquid has a fifth. */
  private static final double LEAST_SHARE = 0.3;

  /** Shortest translation in bond lengths. */
  private static final double CLOSEST = 0.7;

  /** Smallest volume of three translations in units of the product of their lengths. */
  private static final double FLAT = 0.2;

  private static final int MAX_SITES = 400;
  private static final double REACH = 0.35;
  private static final double MAX_STRAYS = 0.2;
  private static final double MAX_SIGMA = 0.14;

  /** Share of the atoms that are on sites where no longer translation is looked for. */
  private static final double PLACED = 0.95;

  /** Share of the places that are occupied there. */
  private static final double FILLED = 0.4;

  private static final int REFINEMENTS = 3;
  private static final double REDUCTION_SYMPREC = 1e-5;

  private CloudLattice() {}

  /** The atoms folded into the parent's cell, or null where they have none. */
  static FoldedSites find(Cluster given) {
    if (given.atomCount() < MIN_ATOMS) {
      return null;
    }
    Cluster atoms = core(given);
    double bond = bond(atoms);
    boolean compound = Arrays.stream(atoms.atomicNumbers()).distinct().count() > 1;
    double space = new Shape(atoms.cartesian()).volume();
    FoldedSites best = null;
    for (double reach : reaches(Math.cbrt(space / atoms.atomCount()) / bond)) {
      List<PairVectors.Mode> modes = new PairVectors(atoms, bond, reach * bond).modes();
      double volume = 0;
      boolean clear = false;
      for (double full : FULL) {
        Lattice cell = cell(translations(modes, full, bond));
        if (cell != null && !isOfVolume(cell, volume)) {
          volume = cell.volume();
          FoldedSites sites = refined(atoms, cell, bond);
          best = sites != null && isShorter(sites, best, bond, space) ? sites : best;
        }
        clear |= full > FULL[1] && cell != null && best != null && isOfVolume(cell, best.cell);
      }
      boolean again = compound && reach == REACHES[0];
      if (clear && !again && isFilled(best, space)) {
        return best;
      }
    }
    return best;
  }

  private static boolean isOfVolume(Lattice cell, Lattice other) {
    return isOfVolume(cell, other.volume());
  }

  private static boolean isOfVolume(Lattice cell, double volume) {
    return Math.abs(cell.volume() - volume) <= 0.1 * volume;
  }

  /** Whether few atoms are on no site and the places in the space of all are not mostly empty. */
  private static boolean isFilled(FoldedSites sites, double space) {
    double places = space / sites.cell.volume() * sites.siteCount();
    return sites.placed() > PLACED * sites.siteOf.length && sites.placed() > FILLED * places;
  }

  /**
   * In bond lengths.
   *
   * @param edge of the cube that an atom has to itself, in bond lengths
   */
  private static double[] reaches(double edge) {
    double farthest = Math.min(MOST_BONDS, FARTHEST * edge);
    return farthest > REACHES[2]
        ? new double[] {REACHES[0], REACHES[1], REACHES[2], farthest}
        : REACHES;
  }

  /** Whether the larger cell gains more by what it explains than its sites cost. */
  private static boolean isShorter(FoldedSites sites, FoldedSites best, double bond, double space) {
    return best == null
        || nats(sites, bond, space) < nats(best, bond, space) - WAVES * sites.placed();
  }

  /** Of sites, displacements, empty places and strays; {@code space} is filled by the atoms. */
  private static double nats(FoldedSites sites, double bond, double space) {
    double grain = GRAIN * bond;
    double shake = 3 * Math.log(Math.max(sites.sigma(), grain) / grain);
    double nats = sites.siteCount() * SITE + sites.placed() * shake;
    int cells = (int) Math.round(space / sites.cell.volume());
    for (int s = 0; s < sites.siteCount(); s++) {
      int count = sites.count(s);
      nats += Math.max(cells, count) * DescriptionLength.entropy(count, cells - count);
    }
    int strays = sites.siteOf.length - sites.placed();
    return nats + strays * (Math.log(space) - 3 * Math.log(grain));
  }

  static double bond(Cluster atoms) {
    double[] nearest = Neighbours.nearestDistances(atoms, 12);
    Arrays.sort(nearest);
    return nearest[nearest.length / 2];
  }

  /** The atoms nearest to the middle. */
  static Cluster core(Cluster given) {
    if (given.atomCount() <= MOST_ATOMS) {
      return given;
    }
    double[] x = given.cartesian();
    Shape shape = new Shape(x);
    Integer[] order = new Integer[given.atomCount()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(atom -> shape.fromMiddle(x, atom)));
    int[] numbers = new int[MOST_ATOMS];
    double[] positions = new double[3 * MOST_ATOMS];
    for (int i = 0; i < MOST_ATOMS; i++) {
      numbers[i] = given.atomicNumber(order[i]);
      System.arraycopy(x, 3 * order[i], positions, 3 * i, 3);
    }
    return Cluster.of(numbers, positions);
  }

  /** Shortest first. */
  private static List<double[]> translations(
      List<PairVectors.Mode> modes, double full, double bond) {
    double fullest =
        modes.stream()
            .filter(mode -> mode.length() > CLOSEST * bond)
            .mapToDouble(PairVectors.Mode::share)
            .limit(FULLEST)
            .average()
            .orElse(0);
    return modes.stream()
        .filter(mode -> mode.length() > CLOSEST * bond)
        .filter(mode -> mode.share() > Math.max(LEAST_SHARE, full * fullest))
        .sorted(Comparator.comparingDouble(PairVectors.Mode::length))
        .map(PairVectors.Mode::vector)
        .toList();
  }

  /** The first three that span a volume, reduced; null if none do. */
  private static Lattice cell(List<double[]> translations) {
    List<double[]> chosen = new ArrayList<>();
    for (double[] t : translations) {
      if (spans(chosen, t)) {
        chosen.add(t);
      }
      if (chosen.size() == 3) {
        double[] rows = chosen.stream().flatMapToDouble(Arrays::stream).toArray();
        return reduced(Lattice.ofRows(rows));
      }
    }
    return null;
  }

  private static Lattice reduced(Lattice lattice) {
    return LatticeReduction.delaunay(lattice, REDUCTION_SYMPREC).lattice();
  }

  private static boolean spans(List<double[]> chosen, double[] t) {
    double length = Math.sqrt(Matrix3.dot(t, t));
    if (chosen.isEmpty()) {
      return true;
    }
    double[] a = chosen.get(0);
    double la = Math.sqrt(Matrix3.dot(a, a));
    if (chosen.size() == 1) {
      return Math.abs(Matrix3.dot(a, t)) < Math.sqrt(1 - FLAT * FLAT) * la * length;
    }
    double[] b = chosen.get(1);
    double lb = Math.sqrt(Matrix3.dot(b, b));
    double volume =
        t[0] * (a[1] * b[2] - a[2] * b[1])
            + t[1] * (a[2] * b[0] - a[0] * b[2])
            + t[2] * (a[0] * b[1] - a[1] * b[0]);
    return Math.abs(volume) > FLAT * la * lb * length;
  }

  /** Folded, with the lattice that fits the atoms best; null if they do not fit. */
  private static FoldedSites refined(Cluster atoms, Lattice first, double bond) {
    Lattice cell = first;
    FoldedSites sites = null;
    for (int round = 0; round <= REFINEMENTS; round++) {
      double[] heights = cell.heights();
      double height = Math.min(heights[0], Math.min(heights[1], heights[2]));
      double reach = Math.min(REACH * bond, 0.49 * height);
      sites = new FoldedSites(atoms, cell, atoms.atomCount(), reach);
      if (!sites.gather(MAX_SITES)) {
        return null;
      }
      if (round < REFINEMENTS) {
        cell = fitted(atoms, sites);
      }
    }
    double strays = 1 - (double) sites.placed() / atoms.atomCount();
    return strays < MAX_STRAYS && sites.sigma() < MAX_SIGMA * bond ? sites : null;
  }

  /** Least squares of the displacements over the cells in which the atoms are. */
  private static Lattice fitted(Cluster atoms, FoldedSites sites) {
    double[] displacements = sites.displacements();
    double[] cells = sites.cellsOfAtoms();
    double[] mean = new double[3];
    int count = 0;
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      if (sites.siteOf[atom] >= 0) {
        count++;
        for (int i = 0; i < 3; i++) {
          mean[i] += cells[3 * atom + i];
        }
      }
    }
    double[] normal = {1e-9, 0, 0, 0, 1e-9, 0, 0, 0, 1e-9};
    double[] right = new double[9];
    for (int atom = 0; atom < atoms.atomCount(); atom++) {
      for (int i = 0; i < 9 && sites.siteOf[atom] >= 0; i++) {
        double n = cells[3 * atom + i / 3] - mean[i / 3] / count;
        normal[i] += n * (cells[3 * atom + i % 3] - mean[i % 3] / count);
        right[i] += n * displacements[3 * atom + i % 3];
      }
    }
    double[] change = Matrix3.multiply(Matrix3.inverse(normal), right);
    double[] rows = sites.cell.rows();
    for (int i = 0; i < 9; i++) {
      rows[i] += change[i];
    }
    return Lattice.ofRows(rows);
  }
}
