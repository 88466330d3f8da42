package org.laue.descriptors.image;

import java.util.Arrays;
import org.laue.UserException;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
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
   * bonds count, not the shortest of each atom, so displacements and vacancies leave it in place,
   * unless several shells lie close together: which of them is the highest then changes with the
   * damage.
   */
  FIRST_SHELL {
    @Override
    public double of(Atoms atoms) {
      return FirstShell.narrowing(atoms, nearest(atoms, MEDIAN));
    }
  },

  /**
   * The first shell seen through a window of 10 % that does not narrow: shells that lie close
   * together count as one whatever the damage. The search starts below the bond length, where
   * missing atoms cannot take it to the second shell.
   */
  BROAD_SHELL {
    @Override
    public double of(Atoms atoms) {
      return FirstShell.broad(atoms, nearest(atoms, SHORT));
    }
  },

  /**
   * {@link #BROAD_SHELL} of the recognised parent's conventional cell, whose mean sites neither
   * shake nor miss; of the atoms themselves where no cell is known.
   */
  PARENT_SHELL {
    @Override
    public double of(Atoms atoms) {
      return BROAD_SHELL.of(atoms);
    }

    @Override
    public double of(Atoms atoms, Crystal cell) {
      return BROAD_SHELL.of(cell);
    }
  };

  /** Radii per atom that are tried in turn, angstrom: two atoms see each other below twice that. */
  private static final double[] CUTOFFS = {4, 5, 7, 9, 11, 12};

  private static final double SKIN = 0.1;
  private static final double LEAST = 0.1;
  private static final double MOST = 1500;
  private static final double MEDIAN = 0.5;
  private static final double SHORT = 0.2;

  /**
   * @return bond length in angstrom
   * @throws UserException if no atom has a neighbour in reach
   */
  public abstract double of(Atoms atoms);

  /**
   * @param cell conventional cell that was recognised in the atoms
   * @return bond length in angstrom
   */
  public double of(Atoms atoms, Crystal cell) {
    return of(atoms);
  }

  /** A quantile of the distances from each atom to its nearest neighbour. */
  private static double nearest(Atoms atoms, double quantile) {
    for (double cutoff : CUTOFFS) {
      double[] nearest = Neighbours.nearestDistances(atoms, 2 * cutoff + 2 * SKIN);
      double[] finite = Arrays.stream(nearest).filter(Double::isFinite).sorted().toArray();
      int index = (int) (quantile * finite.length);
      if (finite.length > 0 && finite[index] > LEAST) {
        return finite[index];
      }
    }
    throw noNeighbours(atoms);
  }

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
