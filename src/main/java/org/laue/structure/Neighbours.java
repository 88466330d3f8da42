package org.laue.structure;

import java.util.Arrays;
import java.util.Optional;
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

  private final boolean periodic;
  private final double reach;
  private final double[] rows;
  private final BinGrid grid;

  /** How many bins the reach spans along each axis. */
  private final int[] span = new int[3];

  /** Cartesian positions in the order of the grid's slots, wrapped into the cell, [3 N]. */
  private final double[] wrapped;

  /** The slot of an atom, and the bin of a slot. */
  private final int[] slotOf;

  private final int[] binOf;

  private Neighbours(Lattice cell, boolean periodic, double[] fractional, double reach) {
    this.periodic = periodic;
    this.reach = reach;
    this.rows = cell.rows();
    int count = fractional.length / 3;
    double[] heights = cell.heights();
    int[] bins = BinGrid.counts(heights, reach, (long) BINS_PER_ATOM * count + 64);
    if (periodic) {
      for (int i = 0; i < fractional.length; i++) {
        fractional[i] -= Math.floor(fractional[i]);
      }
    }
    this.grid =
        new BinGrid(
            bins, count, (atom, place) -> System.arraycopy(fractional, 3 * atom, place, 0, 3));
    for (int axis = 0; axis < 3; axis++) {
      span[axis] = (int) Math.ceil(reach * bins[axis] / heights[axis]);
    }
    this.wrapped = grid.sorted(cell.toCartesian(fractional));
    this.slotOf = new int[count];
    this.binOf = new int[count];
    for (int bin = 0; bin < bins[0] * bins[1] * bins[2]; bin++) {
      for (int slot = grid.start(bin); slot < grid.start(bin + 1); slot++) {
        binOf[slot] = bin;
        slotOf[grid.point(slot)] = slot;
      }
    }
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
    if (atoms instanceof Crystal crystal) {
      return new Neighbours(crystal.lattice(), true, crystal.fractional(), reach);
    }
    double[] cartesian = atoms.cartesian();
    Optional<Lattice> lattice = atoms.periodicLattice();
    if (lattice.isPresent()) {
      return new Neighbours(lattice.get(), true, lattice.get().toFractional(cartesian), reach);
    }
    Box box = Box.around(cartesian);
    for (int i = 0; i < cartesian.length; i++) {
      cartesian[i] -= box.low()[i % 3];
    }
    Lattice edges = box.lattice();
    return new Neighbours(edges, false, edges.toFractional(cartesian), reach);
  }

  /** Visits every neighbour of an atom, periodic images included, in no particular order. */
  public void forEach(int atom, Visitor visitor) {
    scan(new Within(slotOf[atom], visitor));
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
        Nearest search = new Nearest(slotOf[atom]);
        scan(search);
        nearest[atom] = search.found ? Math.sqrt(search.best) : Double.POSITIVE_INFINITY;
      }
    }
  }

  private static double spacing(Atoms atoms) {
    double volume =
        atoms
            .periodicLattice()
            .map(Lattice::volume)
            .orElseGet(() -> Box.around(atoms.cartesian()).lattice().volume());
    return Math.cbrt(volume / atoms.atomCount());
  }

  private void scan(Candidates candidates) {
    int bin = binOf[candidates.own];
    int[] at = {
      bin / grid.count(2) / grid.count(1), bin / grid.count(2) % grid.count(1), bin % grid.count(2)
    };
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = at[axis] - span[axis];
      high[axis] = at[axis] + span[axis];
      if (!periodic) {
        low[axis] = grid.inside(low[axis], axis);
        high[axis] = grid.inside(high[axis], axis);
      }
    }
    grid.visit(low, high, candidates);
  }

  /** Sees atoms near the one at a slot of the grid. */
  private abstract class Candidates implements BinGrid.Visitor {
    final int own;

    Candidates(int own) {
      this.own = own;
    }

    /** Vector in angstrom from the own atom to the one at a slot. */
    abstract void see(int slot, double dx, double dy, double dz);

    @Override
    public final void see(int first, int end, int u, int v, int w) {
      if (first == end) {
        return;
      }
      int self = u == 0 && v == 0 && w == 0 ? own : -1;
      double x = u * rows[0] + v * rows[3] + w * rows[6] - wrapped[3 * own];
      double y = u * rows[1] + v * rows[4] + w * rows[7] - wrapped[3 * own + 1];
      double z = u * rows[2] + v * rows[5] + w * rows[8] - wrapped[3 * own + 2];
      for (int slot = first; slot < end; slot++) {
        if (slot != self) {
          see(slot, wrapped[3 * slot] + x, wrapped[3 * slot + 1] + y, wrapped[3 * slot + 2] + z);
        }
      }
    }
  }

  private final class Nearest extends Candidates {
    private double best = reach * reach;
    private boolean found;

    Nearest(int own) {
      super(own);
    }

    @Override
    void see(int slot, double dx, double dy, double dz) {
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared < best) {
        best = squared;
        found = true;
      }
    }
  }

  private final class Within extends Candidates {
    private final Visitor visitor;

    Within(int own, Visitor visitor) {
      super(own);
      this.visitor = visitor;
    }

    @Override
    void see(int slot, double dx, double dy, double dz) {
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared < reach * reach) {
        visitor.accept(grid.point(slot), dx, dy, dz, Math.sqrt(squared));
      }
    }
  }
}
