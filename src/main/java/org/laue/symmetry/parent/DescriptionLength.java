package org.laue.symmetry.parent;

import java.util.Arrays;
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
   * How much stronger than the mean one wave of displacements may be by chance, if a site alone
   * shares it. The atoms of one snapshot move in waves, and a smaller lattice of translations takes
   * some of them for order; a wave has three modes for each site of the cell, one of them soft (the
   * H point of bcc Mo at 300 K: 20 times the mean).
   */
  private static final double SOFT_MODE = 20;

  private static final double MOST_WAVES = 0.97;

  private static final double GAUSSIAN = Math.sqrt(2 * Math.PI * Math.E);

  /** Angstrom. */
  private final double grain;

  private final FoldedSites sites;

  private final int defects;

  /** Occupancies and species of the sites. */
  private final double filling;

  /** Everything but the positions of the sites and the displacements. */
  private final double rest;

  private double places;

  /**
   * The atoms of a crystal as sites of a smaller cell.
   *
   * @param bond bond length in angstrom
   */
  DescriptionLength(Crystal crystal, FoldedSites sites, double bond) {
    this.grain = RESOLUTION * bond;
    this.sites = sites;
    this.places = places(sites, sites.placed());
    int strays = crystal.atomCount() - sites.placed();
    double length = 0;
    int faults = strays;
    for (int s = 0; s < sites.siteCount(); s++) {
      length += Math.log(sites.cells + 1.0);
      length += sites.cells * entropy(sites.count(s), sites.cells - sites.count(s));
      int[] species = species(crystal, sites, s);
      length += mixing(species, sites.count(s));
      faults += Math.max(0, sites.cells - Arrays.stream(species).max().orElse(0));
    }
    this.defects = faults;
    this.filling = length;
    this.rest = length + strays * Math.log(crystal.lattice().volume() / cube(grain));
  }

  FoldedSites sites() {
    return sites;
  }

  /** Nats, all atoms displaced independently. */
  double nats() {
    return places + rest;
  }

  /**
   * Nats where the displacements of only so many atoms are independent of each other. The origin is
   * not counted, as it is not in a space group that fixes it.
   */
  double nats(double independent) {
    double origin = Math.log(sites.cell.volume() / cube(grain));
    return nats() - origin - Math.max(0, sites.placed() - independent) * shake(sites);
  }

  /**
   * Nats where the displacements of only so many atoms are independent of each other, and a space
   * group fixes the positions of sites and strays.
   */
  double natsInPlace(double independent) {
    return filling + independent * shake(sites);
  }

  /** Empty sites, strays and atoms of another element than most on their site, for each site. */
  double defects() {
    return (double) defects / ((long) sites.cells * sites.siteCount());
  }

  /**
   * Whether this reading, which has fewer cells, is shorter than one with more. It may take over
   * the other's positions where only occupancy or chemistry tell its sites apart; if not, it must
   * gain more than the strongest wave would give it.
   */
  boolean beats(DescriptionLength finer) {
    double free = (double) finer.sites.cells / sites.cells - 1;
    double strongest = 1 + SOFT_MODE / finer.sites.siteCount();
    double share = Math.min(MOST_WAVES, strongest * free / (finer.sites.cells - 1));
    double wave = -1.5 * Math.log(1 - share) * sites.placed();
    double chosen =
        places(finer.sites, sites.placed())
            + 2 * Math.log(finer.sites.cells)
            + DISTINCTION * (sites.siteCount() - finer.sites.siteCount());
    boolean inherits = chosen < places + wave;
    if (Math.min(chosen, places + wave) + rest >= finer.nats()) {
      return false;
    }
    places = inherits ? Math.min(places, chosen) : places;
    return true;
  }

  /** Positions of the sites and displacements of {@code atoms} atoms from them. */
  private double places(FoldedSites of, int atoms) {
    return of.siteCount() * Math.log(of.cell.volume() / cube(grain)) + atoms * shake(of);
  }

  /** Displacement of one atom. */
  private double shake(FoldedSites of) {
    return 3 * Math.max(0, Math.log(GAUSSIAN * of.sigma() / grain));
  }

  /** Of the crystal as a list of its atoms. */
  static double ofAtoms(Crystal crystal, double bond) {
    return ofOrbits(crystal, crystal.atomCount(), 3 * crystal.atomCount(), bond);
  }

  /** Of the crystal as it stands: its orbits, and the coordinates that the space group leaves. */
  static double ofOrbits(Crystal crystal, int orbits, int coordinates, double bond) {
    double perAtom = crystal.lattice().volume() / crystal.atomCount();
    return orbits + coordinates / 3.0 * Math.log(perAtom / cube(RESOLUTION * bond));
  }

  /** Atoms of each element on a site. */
  private static int[] species(Crystal crystal, FoldedSites sites, int site) {
    Map<Integer, Integer> species = new TreeMap<>();
    for (int atom = 0; atom < crystal.atomCount(); atom++) {
      if (sites.siteOf[atom] == site) {
        species.merge(crystal.atomicNumber(atom), 1, Integer::sum);
      }
    }
    return species.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private static double mixing(int[] species, int count) {
    return count * entropy(species) + (species.length - 1) * Math.log(count + 1.0);
  }

  /** Entropy per item of a division into parts; an overfull part counts as full. */
  static double entropy(int... parts) {
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
