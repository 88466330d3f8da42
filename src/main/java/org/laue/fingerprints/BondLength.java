package org.laue.fingerprints;

import java.util.Arrays;
import org.laue.UserException;
import org.laue.structure.Atoms;
import org.laue.structure.Neighbours;

/**
 * The length in angstrom that becomes 1 in a fingerprint, taken from the atoms as they are,
 * periodic where they have a lattice.
 */
public enum BondLength {
  /**
   * Mean over atoms of the distance to the nearest neighbour, as in Ziletti et al. 2018. Random
   * displacements shrink it: 5 to 9 % at 0.1 angstrom per component.
   */
  MEAN_NEAREST {
    @Override
    public double of(Atoms atoms) {
      for (double cutoff : CUTOFFS) {
        double mean = meanOfFinite(Neighbours.nearestDistances(atoms, 2 * cutoff + 2 * SKIN));
        if (mean > LEAST && mean < MOST) {
          return mean;
        }
      }
      throw noNeighbours(atoms);
    }
  },

  /**
   * Centre of the first shell: the mode of the pair distances next to the typical nearest one. All
   * bonds count, not the shortest of each atom, so displacements and vacancies leave it in place.
   */
  FIRST_SHELL {
    @Override
    public double of(Atoms atoms) {
      for (double cutoff : CUTOFFS) {
        double[] nearest = Neighbours.nearestDistances(atoms, 2 * cutoff + 2 * SKIN);
        double[] finite = Arrays.stream(nearest).filter(Double::isFinite).sorted().toArray();
        if (finite.length > 0 && finite[finite.length / 2] > LEAST) {
          return FirstShell.centre(atoms, finite[finite.length / 2]);
        }
      }
      throw noNeighbours(atoms);
    }
  };

  /** Radii per atom that are tried in turn, angstrom: two atoms see each other below twice that. */
  private static final double[] CUTOFFS = {4, 5, 7, 9, 11, 12};

  private static final double SKIN = 0.1;
  private static final double LEAST = 0.1;
  private static final double MOST = 1500;

  /**
   * @return bond length in angstrom
   * @throws UserException if no atom has a neighbour in reach
   */
  public abstract double of(Atoms atoms);

  private static double meanOfFinite(double[] distances) {
    return Arrays.stream(distances).filter(Double::isFinite).average().orElse(0);
  }

  private static UserException noNeighbours(Atoms atoms) {
    return new UserException(
        "No bond length: no two of the "
            + atoms.atomCount()
            + " atoms are "
            + LEAST
            + " to "
            + 2 * (CUTOFFS[CUTOFFS.length - 1] + SKIN)
            + " angstrom apart");
  }
}
