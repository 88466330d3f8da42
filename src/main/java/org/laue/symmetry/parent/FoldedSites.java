package org.laue.symmetry.parent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.laue.StoppedException;
import org.laue.structure.Atoms;
import org.laue.structure.Lattice;

/**
 * The atoms of a crystal folded into a smaller cell and gathered into sites: every site is the mean
 * of the atoms within reach of it. Atoms in reach of none are strays (interstitials, a wrong cell).
 */
final class FoldedSites {
  private static final int REFINEMENTS = 4;

  /** Atoms after which the thread is asked whether its caller wants it to stop. */
  private static final int BREATH = 4096;

  /** Sites that hold less than this share of the fullest one are no sites. */
  private static final double EMPTY = 0.3;

  /** Degrees of freedom that the displacements of all sites count in those of one. */
  private static final double BORROWED = 9;

  final Lattice cell;
  final int cells;

  /** Site of each atom, or -1 for a stray. */
  final int[] siteOf;

  private final double[] fractional;
  private final double reach;
  private final double[] rows;
  private final double[] displacement = new double[3];
  private List<double[]> sites = new ArrayList<>();
  private int[] counts = new int[0];
  private double[] squaredSums = new double[0];

  /**
   * @param cell reduced basis of the smaller lattice; {@code cells} of it fill the crystal's cell
   * @param reach largest distance of an atom from its site, below half of every height of the cell
   */
  FoldedSites(Atoms crystal, Lattice cell, int cells, double reach) {
    this.cell = cell;
    this.cells = cells;
    this.reach = reach;
    this.rows = cell.rows();
    this.fractional = cell.toFractional(crystal.cartesian());
    this.siteOf = new int[crystal.atomCount()];
  }

  /** Gathers; false as soon as there are more than {@code maxSites}. */
  boolean gather(int maxSites) {
    Arrays.fill(siteOf, -1);
    if (!lead(4 * maxSites)) {
      return false;
    }
    for (int round = 0; round < REFINEMENTS; round++) {
      merge();
      assign();
      average();
      dropEmpty();
    }
    assign();
    return sites.size() <= maxSites && !sites.isEmpty();
  }

  private boolean lead(int maxLeaders) {
    for (int atom = 0; atom < siteOf.length; atom++) {
      if (atom % BREATH == 0) {
        StoppedException.ifInterrupted();
      }
      int site = nearest(atom);
      if (site < 0) {
        if (sites.size() == maxLeaders) {
          return false;
        }
        sites.add(Arrays.copyOfRange(fractional, 3 * atom, 3 * atom + 3));
        counts = Arrays.copyOf(counts, sites.size());
        site = sites.size() - 1;
      }
      counts[site]++;
      towards(atom, site, 1.0 / counts[site]);
    }
    return true;
  }

  private void towards(int atom, int site, double share) {
    for (int i = 0; i < 3; i++) {
      double d = fractional[3 * atom + i] - sites.get(site)[i];
      sites.get(site)[i] += share * (d - Math.rint(d));
    }
  }

  private int nearest(int atom) {
    int best = -1;
    double bestSquared = reach * reach;
    for (int s = 0; s < sites.size(); s++) {
      double squared = squaredDistance(fractional, 3 * atom, sites.get(s));
      if (squared < bestSquared) {
        bestSquared = squared;
        best = s;
      }
    }
    return best;
  }

  private double squaredDistance(double[] p, int offset, double[] q) {
    for (int i = 0; i < 3; i++) {
      double d = p[offset + i] - q[i];
      displacement[i] = d - Math.rint(d);
    }
    return BondLengths.squaredLength(displacement[0], displacement[1], displacement[2], rows);
  }

  private void assign() {
    counts = new int[sites.size()];
    squaredSums = new double[sites.size()];
    for (int atom = 0; atom < siteOf.length; atom++) {
      siteOf[atom] = nearest(atom);
      if (siteOf[atom] >= 0) {
        counts[siteOf[atom]]++;
        squaredSums[siteOf[atom]] += squaredDistance(fractional, 3 * atom, sites.get(siteOf[atom]));
      }
    }
  }

  private void average() {
    double[] sums = new double[3 * sites.size()];
    for (int atom = 0; atom < siteOf.length; atom++) {
      for (int i = 0; i < 3 && siteOf[atom] >= 0; i++) {
        double d = fractional[3 * atom + i] - sites.get(siteOf[atom])[i];
        sums[3 * siteOf[atom] + i] += d - Math.rint(d);
      }
    }
    for (int s = 0; s < sites.size(); s++) {
      for (int i = 0; i < 3 && counts[s] > 0; i++) {
        sites.get(s)[i] += sums[3 * s + i] / counts[s];
      }
    }
  }

  /** Two sites in reach of each other share their atoms: the fuller one stays. */
  private void merge() {
    List<double[]> kept = new ArrayList<>();
    for (int s : byCount()) {
      double[] site = sites.get(s);
      if (kept.stream().allMatch(k -> squaredDistance(site, 0, k) > reach * reach)) {
        kept.add(site);
      }
    }
    sites = kept;
  }

  private int[] byCount() {
    return IntStream.range(0, sites.size())
        .boxed()
        .sorted((s, t) -> Integer.compare(counts[t], counts[s]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void dropEmpty() {
    int fullest = Math.min(cells, Arrays.stream(counts).max().orElse(0));
    List<double[]> kept = new ArrayList<>();
    int[] keptCounts = new int[sites.size()];
    for (int s = 0; s < sites.size(); s++) {
      if (counts[s] >= EMPTY * fullest) {
        keptCounts[kept.size()] = counts[s];
        kept.add(sites.get(s));
      }
    }
    sites = kept;
    counts = Arrays.copyOf(keptCounts, kept.size());
  }

  int siteCount() {
    return sites.size();
  }

  /** How many of the cells have this site occupied: atoms on it, each further one a stray. */
  int count(int site) {
    return Math.min(counts[site], cells);
  }

  int placed() {
    return Arrays.stream(counts).map(count -> Math.min(count, cells)).sum();
  }

  /** Share of the sites of all cells that are occupied. */
  double occupancy() {
    return (double) placed() / ((long) cells * siteCount());
  }

  /** Fractional coordinates of the sites in the small cell, [3 sites]. */
  double[] positions() {
    double[] positions = new double[3 * sites.size()];
    for (int s = 0; s < sites.size(); s++) {
      System.arraycopy(sites.get(s), 0, positions, 3 * s, 3);
    }
    return positions;
  }

  /** The cell in which the site of each atom is, whole numbers [3 N]. */
  double[] cellsOfAtoms() {
    double[] cells = new double[fractional.length];
    for (int i = 0; i < cells.length; i++) {
      int site = siteOf[i / 3];
      cells[i] = site < 0 ? 0 : Math.rint(fractional[i] - sites.get(site)[i % 3]);
    }
    return cells;
  }

  /** Cartesian place of a site in one of the cells, [3]. */
  double[] place(int site, int i, int j, int k) {
    double[] at = sites.get(site).clone();
    at[0] += i;
    at[1] += j;
    at[2] += k;
    return cell.toCartesian(at);
  }

  /** Vector to each atom from its site, Cartesian [3 N]; zero for a stray. */
  double[] displacements() {
    double[] all = new double[fractional.length];
    for (int i = 0; i < all.length; i++) {
      int site = siteOf[i / 3];
      double d = site < 0 ? 0 : fractional[i] - sites.get(site)[i % 3];
      all[i] = d - Math.rint(d);
    }
    return cell.toCartesian(all);
  }

  /** Displacement from the sites, rms per Cartesian component, angstrom, unbiased. */
  double sigma() {
    int freedom = 3 * (placed() - siteCount());
    return freedom > 0 ? Math.sqrt(Arrays.stream(squaredSums).sum() / freedom) : 0;
  }

  /** What the atoms tell of each site. */
  List<ParentSite> sites(Atoms atoms) {
    List<SortedMap<Integer, Integer>> elements = new ArrayList<>();
    double[][] tensors = new double[siteCount()][9];
    for (int s = 0; s < siteCount(); s++) {
      elements.add(new TreeMap<>());
    }
    double[] u = displacements();
    for (int atom = 0; atom < siteOf.length; atom++) {
      int site = siteOf[atom];
      if (site >= 0) {
        elements.get(site).merge(atoms.atomicNumber(atom), 1, Integer::sum);
        for (int i = 0; i < 9; i++) {
          tensors[site][i] += u[3 * atom + i / 3] * u[3 * atom + i % 3] / counts[site];
        }
      }
    }
    double[] errors = errors();
    return IntStream.range(0, siteCount())
        .mapToObj(s -> new ParentSite(counts[s], elements.get(s), tensors[s], errors[s]))
        .toList();
  }

  /**
   * Standard error of a coordinate of each site, angstrom. A site of few atoms borrows the
   * displacements of all.
   */
  private double[] errors() {
    double[] errors = new double[sites.size()];
    double common = sigma() * sigma();
    for (int s = 0; s < errors.length; s++) {
      double freedom = 3.0 * Math.max(0, counts[s] - 1);
      double variance = (squaredSums[s] + BORROWED * common) / (freedom + BORROWED);
      errors[s] = Math.sqrt(variance / Math.max(1, counts[s]));
    }
    return errors;
  }
}
