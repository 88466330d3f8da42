package org.laue.descriptors.image;

import org.laue.StableRandom;
import org.laue.UserException;
import org.laue.structure.Box;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * Supercells of enough atoms for a sharp pattern, as Ziletti et al. 2018 build them: one more
 * replica along the lattice vector whose index is that of the Cartesian axis with the smallest
 * spread of atoms, until the target is reached.
 */
public final class Supercells {
  /** Spreads this close, in angstrom, count as equal; the lowest axis is taken. */
  private static final double TIE = 1e-6;

  /** A fractional coordinate this little below 0 or 1 is taken as on the face. */
  private static final double FACE = 1e-7;

  private Supercells() {}

  /**
   * The supercell of a crystal in standard orientation with the first number of atoms that is not
   * below {@code targetAtoms}; first lattice index slowest, fractional coordinates in [0, 1).
   */
  public static Crystal build(Crystal oriented, int targetAtoms) {
    int[] repeats = replicas(oriented, targetAtoms);
    return wrapped(oriented.supercell(repeats[0], repeats[1], repeats[2]));
  }

  /** Repeats along a, b, c that reach the target, for instance 4, 4, 4 for fcc and 256. */
  public static int[] replicas(Crystal oriented, int targetAtoms) {
    if (targetAtoms < 1) {
      throw new UserException("Target number of atoms must be positive, was " + targetAtoms);
    }
    double[] basis = Box.around(oriented.cartesian()).edges();
    int[] repeats = {1, 1, 1};
    while ((long) oriented.atomCount() * repeats[0] * repeats[1] * repeats[2] < targetAtoms) {
      repeats[thinnest(basis, oriented.lattice(), repeats)]++;
    }
    return repeats;
  }

  /** The same crystal with every fractional coordinate in [0, 1), up to rounding. */
  public static Crystal wrapped(Crystal crystal) {
    double[] fractional = crystal.fractional();
    for (int i = 0; i < fractional.length; i++) {
      fractional[i] -= Math.floor(fractional[i] + FACE);
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), fractional);
  }

  /**
   * The same periodic crystal with each atom on a face of the cell at one of the two faces, drawn:
   * which of them it takes is a matter of rounding, and any displacement decides it anew.
   *
   * @param crystal wrapped
   */
  public static Crystal withFacesDrawn(Crystal crystal, StableRandom random) {
    double[] fractional = crystal.fractional();
    for (int i = 0; i < fractional.length; i++) {
      if (Math.abs(fractional[i]) < FACE) {
        fractional[i] += random.nextInt(2);
      }
    }
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), fractional);
  }

  private static int thinnest(double[] basis, Lattice lattice, int[] repeats) {
    double[] extent = basis.clone();
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        extent[axis] += (repeats[row] - 1) * Math.abs(lattice.component(row, axis));
      }
    }
    double least = Math.min(extent[0], Math.min(extent[1], extent[2]));
    for (int axis = 0; axis < 2; axis++) {
      if (extent[axis] <= least + TIE) {
        return axis;
      }
    }
    return 2;
  }
}
