package org.laue.structure;

import java.util.Arrays;
import org.laue.UserException;

/**
 * Neighbour search in a grid of bins: time grows with the number of atoms, not with its square. A
 * lattice is honoured whatever its shape; in a small cell an atom sees many images of its partners
 * and of itself.
 */
public final class Neighbours {
  /** Bins per atom; keeps the memory linear where a few atoms sit in a huge empty cell. */
  private static final int BINS_PER_ATOM = 8;

  /** Typical reach of a first search, in units of the cube root of the volume per atom. */
  private static final double FIRST_REACH = 1.3;

  private final BinGrid grid;
  private final double reach;

  private Neighbours(BinGrid grid, double reach) {
    this.grid = grid;
    this.reach = reach;
  }

  /** Sees one neighbour of an atom. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param other index of the neighbouring atom; the atom itself where an image of it is near
     * @param dx vector from the atom to its neighbour, angstrom; dy and dz likewise
     * @param distance length of that vector, less than the reach
     */
    void accept(int other, double dx, double dy, double dz, double distance);
  }

  /**
   * @param reach distance in angstrom that every neighbour must fall below
   */
  public static Neighbours within(Atoms atoms, double reach) {
    if (!(reach > 0) || Double.isInfinite(reach)) {
      throw new UserException("Neighbour distance must be positive and finite, was " + reach);
    }
    return new Neighbours(BinGrid.of(atoms, reach, BINS_PER_ATOM), reach);
  }

  /** Visits every neighbour of an atom, periodic images included, in no particular order. */
  public void forEach(int atom, Visitor visitor) {
    grid.visit(atom, reach, visitor);
  }

  /**
   * Distance in angstrom from every atom to its nearest neighbour, or infinity where none is closer
   * than {@code reach}.
   */
  public static double[] nearestDistances(Atoms atoms, double reach) {
    double first = Math.min(reach, FIRST_REACH * spacing(atoms));
    double[] nearest = new double[atoms.atomCount()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    within(atoms, first > 0 ? first : reach).improve(nearest);
    if (first < reach && Arrays.stream(nearest).anyMatch(Double::isInfinite)) {
      within(atoms, reach).improve(nearest);
    }
    return nearest;
  }

  private void improve(double[] nearest) {
    for (int atom = 0; atom < nearest.length; atom++) {
      if (Double.isInfinite(nearest[atom])) {
        nearest[atom] = grid.nearest(atom, reach);
      }
    }
  }

  private static double spacing(Atoms atoms) {
    double volume =
        atoms
            .periodicLattice()
            .map(Lattice::volume)
            .orElseGet(() -> BinGrid.boundingBox(atoms.cartesian()).volume());
    return Math.cbrt(volume / atoms.atomCount());
  }
}
