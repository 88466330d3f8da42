package org.laue.symmetry.parent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.structure.Crystal;

/**
 * Nats that a crystal costs to write down as a smaller cell with errors: the sites of the cell, and
 * for every cell the vacancies, substitutions, displacements and strays (minimum description
 * length, Rissanen, Automatica 14, 465, 1978). Of two readings of a crystal the shorter is right: a
 * cell too small pays for order that it takes for chance, one too large for sites that it does not
 * need.
 */
final class DescriptionLength {
  /** Resolution of a coordinate, as a share of the bond length. */
  private static final double RESOLUTION = 0.01;

  /** Price of a site that differs from others in occupancy or chemistry only. */
  private static final double DISTINCTION = 2;

  /**
   * Nats per atom that displacements must gain by a smaller lattice of translations: the atoms of
   * one snapshot move in waves, and the strongest always looks like a superstructure.
   */
  private static final double WAVES = 0.3;

  private static final double GAUSSIAN = Math.sqrt(2 * Math.PI * Math.E);

  private DescriptionLength() {}

  /**
   * @param coarser readings with a finer lattice of translations than {@code sites}, of which this
   *     one may take over the positions where only occupancy or chemistry tell its sites apart
   * @param bond bond length in angstrom
   * @param blur displacements (rms per component, angstrom) below this count as equal
   */
  static double ofParent(
      Crystal crystal, FoldedSites sites, List<FoldedSites> coarser, double bond, double blur) {
    double grain = RESOLUTION * bond;
    int strays = crystal.atomCount() - sites.placed();
    double waves = WAVES * sites.placed();
    double places = places(sites, sites.placed(), grain, blur) + (coarser.isEmpty() ? 0 : waves);
    for (FoldedSites fine : coarser) {
      double choice =
          2 * Math.log(fine.cells) + DISTINCTION * (sites.siteCount() - fine.siteCount());
      double shared =
          places(fine, sites.placed(), grain, blur) + (fine == coarser.get(0) ? 0 : waves);
      places = Math.min(places, choice + shared);
    }
    double length = places + strays * Math.log(crystal.lattice().volume() / cube(grain));
    for (int s = 0; s < sites.siteCount(); s++) {
      length += Math.log(sites.cells + 1.0);
      length += sites.cells * entropy(sites.count(s), sites.cells - sites.count(s));
      length += mixing(crystal, sites, s);
    }
    return length;
  }

  /** Positions of the sites and displacements of {@code atoms} atoms from them. */
  private static double places(FoldedSites sites, int atoms, double grain, double blur) {
    double site = Math.log(sites.cell.volume() / cube(grain));
    double shake = 3 * Math.max(0, Math.log(GAUSSIAN * Math.max(blur, sites.sigma()) / grain));
    return sites.siteCount() * site + atoms * shake;
  }

  /** Of the crystal as it stands, {@code independent} of its atoms written one by one. */
  static double ofAtoms(Crystal crystal, int independent, double bond) {
    double perAtom = crystal.lattice().volume() / crystal.atomCount();
    return independent * (1 + Math.log(perAtom / cube(RESOLUTION * bond)));
  }

  private static double mixing(Crystal crystal, FoldedSites sites, int site) {
    Map<Integer, Integer> species = new TreeMap<>();
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      if (sites.siteOf[atom] == site) {
        species.merge(crystal.atomicNumber(atom), 1, Integer::sum);
      }
    }
    int[] counts = species.values().stream().mapToInt(Integer::intValue).toArray();
    return sites.count(site) * entropy(counts)
        + (counts.length - 1) * Math.log(sites.count(site) + 1.0);
  }

  /** Entropy per item of a division into parts; an overfull part counts as full. */
  private static double entropy(int... parts) {
    double total = Arrays.stream(parts).filter(p -> p > 0).sum();
    double entropy = 0;
    for (int part : parts) {
      if (part > 0) {
        entropy -= part / total * Math.log(part / total);
      }
    }
    return entropy;
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
