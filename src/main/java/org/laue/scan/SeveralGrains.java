package org.laue.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laue.structure.Atoms;
import org.laue.structure.Neighbours;

/**
 * Atoms that are more than one crystal: grains that touch and are turned against each other, or are
 * of two lattices. Most atoms are of one crystal, which a few comparisons tell ({@link
 * Uniformity}); where these differ, all atoms are scanned.
 *
 * @param grains of a tenth of the atoms or more, the largest first
 * @param degrees between the two of them with the lowest numbers that touch; NaN where their
 *     lattices differ
 */
public record SeveralGrains(List<Grain> grains, double degrees) {
  /** Fewer atoms hold no two grains of a size that can be told. */
  private static final int FEWEST_ATOMS = 60;

  private static final int SMALLEST_GRAIN = 20;

  /** Share of the atoms in a grain that counts. */
  private static final double LEAST_SHARE = 0.1;

  /** Balls that are more alike than this are of one crystal. */
  private static final double ALIKE = 0.8;

  /** Share of the atoms in all of these grains. */
  private static final double LEAST_HELD = 0.6;

  /**
   * Share of a lattice's sites; the scan misreads crystals with fewer. Heat shortens the nearest
   * distances, so that a full lattice at its melting point has some 0.5 here.
   */
  private static final double LEAST_OCCUPANCY = 0.4;

  /** In spacings: what a crystal near its melting point has. */
  private static final double MOST_OFF_SITE = 0.1;

  /**
   * Large cells of compounds have parts that resemble turned lattices, with atoms 0.03 to 0.3
   * spacings off the sites. So grains of a compound are found only where heat moves it little.
   */
  private static final double MOST_OFF_SITE_IN_COMPOUND = 0.03;

  private static final double MOST_AT_BOUNDARY = 0.7;

  private static final int SPACING_SAMPLES = 48;

  private static final ScanSettings SETTINGS =
      new ScanSettings(
          ScanSettings.DEFAULT.step(),
          ScanSettings.DEFAULT.leastEvidence(),
          ScanSettings.DEFAULT.grainAngle(),
          SMALLEST_GRAIN,
          1);

  public SeveralGrains {
    grains = List.copyOf(grains);
  }

  /** Empty where there is one grain or none. */
  public static Optional<SeveralGrains> find(Atoms atoms) {
    if (atoms.atomCount() < FEWEST_ATOMS) {
      return Optional.empty();
    }
    double likeness = Uniformity.of(atoms, Spacing.of(atoms, SPACING_SAMPLES));
    return likeness > ALIKE ? Optional.empty() : of(atoms, new Scan(SETTINGS).scan(atoms));
  }

  private static Optional<SeveralGrains> of(Atoms atoms, ScanResult result) {
    double nearest = nearest(atoms, result.spacing());
    double least = LEAST_SHARE * atoms.atomCount();
    List<Grain> large =
        result.grains().stream()
            .filter(grain -> grain.atoms() >= least)
            .filter(grain -> occupancy(grain, nearest / result.spacing()) > LEAST_OCCUPANCY)
            .toList();
    int held = large.stream().mapToInt(Grain::atoms).sum();
    if (held < LEAST_HELD * atoms.atomCount()
        || offSite(result) > mostOffSite(atoms) * result.spacing()) {
      return Optional.empty();
    }
    return result.boundaries().stream()
        .filter(
            boundary -> areGrains(find(large, boundary.first()), find(large, boundary.second())))
        .findFirst()
        .map(boundary -> new SeveralGrains(large, boundary.degrees()));
  }

  private static double mostOffSite(Atoms atoms) {
    boolean compound = Arrays.stream(atoms.atomicNumbers()).distinct().count() > 1;
    return compound ? MOST_OFF_SITE_IN_COMPOUND : MOST_OFF_SITE;
  }

  /** Distance of the atoms of all grains from their sites, rms per component, angstrom. */
  private static double offSite(ScanResult result) {
    double sum = 0;
    int counted = 0;
    for (int atom = 0; atom < result.atoms().size(); atom++) {
      for (int axis = 0; axis < 3 && result.atoms().grain(atom) > 0; axis++) {
        double d = result.atoms().displacement(atom, axis);
        sum += d * d;
        counted++;
      }
    }
    return Math.sqrt(sum / counted);
  }

  /** Median distance of the nearest neighbours: few of them are lost where atoms are missing. */
  private static double nearest(Atoms atoms, double spacing) {
    double[] distances = Neighbours.nearestDistances(atoms, 2 * spacing);
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  /** Atoms for each site of a lattice whose nearest distance is given in spacings. */
  private static double occupancy(Grain grain, double nearest) {
    return Template.of(grain.kind()).siteVolume() * nearest * nearest * nearest;
  }

  private static Optional<Grain> find(List<Grain> grains, int number) {
    return grains.stream().filter(grain -> grain.number() == number).findFirst();
  }

  /** Two lattices in one place are a misreading of one; two that lie apart have insides. */
  private static boolean areGrains(Optional<Grain> first, Optional<Grain> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    return first.get().kind() == second.get().kind()
        || hasInside(first.get()) && hasInside(second.get());
  }

  private static boolean hasInside(Grain grain) {
    return grain.boundaryAtoms() < MOST_AT_BOUNDARY * grain.atoms();
  }
}
