package org.laue.symmetry.operations;

import java.util.Arrays;

/**
 * The neighbourhoods of the atoms, as the distances to their nearest neighbours. An operation that
 * maps each atom within symprec on a partner changes the k-th shortest distance by less than 2
 * symprec, so an atom of rare environment can only go to one of its few look-alikes: a handful of
 * candidates remains instead of one per atom.
 */
final class Environments {
  /** Cells of fewer atoms are searched without looking at environments. */
  static final int FEW_ATOMS = 24;

  private static final int NEIGHBOURS = 14;

  /** The distances by which atoms are ranked; all are used to compare two atoms. */
  private static final int[] RANKED = {0, 5, 7, 11, 13};

  private final PeriodicAtoms atoms;
  private final double margin;
  private final double[] distances;
  private final int[] order;

  /**
   * @param distances from {@link #distances(PeriodicAtoms, PeriodicGrid)}
   */
  Environments(PeriodicAtoms atoms, double[] distances, double symprec) {
    this.atoms = atoms;
    this.margin = 2 * symprec * (1 + 1e-9) + 1e-12;
    this.distances = distances;
    this.order = rarestFirst();
  }

  /** Atoms from the rarest environment to the commonest. */
  int[] order() {
    return order;
  }

  /** The atom with the fewest look-alikes. */
  int anchor() {
    return order[0];
  }

  /**
   * Atoms on which the anchor may be mapped.
   *
   * @param strain largest relative change of a length under the operation's rotation
   */
  int[] lookAlikes(double strain) {
    int[] found = new int[atoms.count()];
    int count = 0;
    for (int atom = 0; atom < found.length; atom++) {
      if (alike(anchor(), atom, strain)) {
        found[count++] = atom;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean alike(int p, int q, double strain) {
    if (atoms.species[p] != atoms.species[q]) {
      return false;
    }
    for (int k = NEIGHBOURS - 1; k >= 0; k--) {
      double d = distances[NEIGHBOURS * p + k];
      if (Math.abs(d - distances[NEIGHBOURS * q + k]) > margin + strain * d) {
        return false;
      }
    }
    return true;
  }

  /** To the nearest neighbours of each atom, ascending, angstrom, atom by atom. */
  static double[] distances(PeriodicAtoms atoms, PeriodicGrid grid) {
    double[] all = new double[NEIGHBOURS * atoms.count()];
    double[] near = new double[256];
    double radius = Math.cbrt(5 * atoms.lattice.volume() / atoms.count());
    for (int atom = 0; atom < atoms.count(); atom++) {
      int count = near(atoms, grid, atom, radius, near);
      double wider = radius;
      while (count < NEIGHBOURS) {
        wider *= 1.3;
        count = near(atoms, grid, atom, wider, near);
      }
      if (count > near.length) {
        near = new double[2 * count];
        count = near(atoms, grid, atom, wider, near);
      }
      Arrays.sort(near, 0, count);
      for (int k = 0; k < NEIGHBOURS; k++) {
        all[NEIGHBOURS * atom + k] = Math.sqrt(near[k]);
      }
    }
    return all;
  }

  private static int near(
      PeriodicAtoms atoms, PeriodicGrid grid, int atom, double radius, double[] near) {
    double[] f = atoms.fractional;
    return grid.neighbours(f[3 * atom], f[3 * atom + 1], f[3 * atom + 2], radius, near);
  }

  private int[] rarestFirst() {
    int n = atoms.count();
    int[] rarity = new int[n];
    Arrays.fill(rarity, n);
    for (int k : RANKED) {
      countAlike(k, rarity);
    }
    long[] keys = new long[n];
    for (int atom = 0; atom < n; atom++) {
      keys[atom] = ((long) rarity[atom] << 32) | atom;
    }
    Arrays.sort(keys);
    int[] sorted = new int[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  /** Lowers each atom's rarity to the number of atoms whose k-th distance is about the same. */
  private void countAlike(int k, int[] rarity) {
    int n = rarity.length;
    double[] sorted = new double[n];
    for (int atom = 0; atom < n; atom++) {
      sorted[atom] = distances[NEIGHBOURS * atom + k];
    }
    Arrays.sort(sorted);
    for (int atom = 0; atom < n; atom++) {
      double d = distances[NEIGHBOURS * atom + k];
      int alike = firstAtLeast(sorted, d + margin) - firstAtLeast(sorted, d - margin);
      rarity[atom] = Math.min(rarity[atom], alike);
    }
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
