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

  /** Of a place, in bins. */
  private static final double ROUNDING = 1e-6;

  private final boolean periodic;
  private final double reach;
  private final double[] rows;
  private final BinGrid grid;

  /** Bins to an angstrom across the planes of each axis. */
  private final double[] density = new double[3];

  /** Places along the axes in bins, in the order of the grid's slots, [3 N]. */
  private final double[] places;

  /** Cartesian positions in the order of the grid's slots, wrapped into the cell, [3 N]. */
  private final double[] wrapped;

  /** The slot of an atom. */
  private final int[] slotOf;

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
    this.places = grid.sorted(fractional);
    for (int axis = 0; axis < 3; axis++) {
      density[axis] = bins[axis] / heights[axis];
      for (int i = axis; i < places.length; i += 3) {
        places[i] *= bins[axis];
      }
    }
    this.wrapped = grid.sorted(cell.toCartesian(fractional));
    this.slotOf = new int[count];
    for (int slot = 0; slot < count; slot++) {
      slotOf[grid.point(slot)] = slot;
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
   * Distances in angstrom from every atom to its neighbours, in the order of {@link #forEach} over
   * the atoms: each pair counts twice.
   *
   * @param limit what they must fall below; the reach where that is shorter
   */
  public double[] distancesBelow(double limit) {
    Distances distances = new Distances(Math.min(limit, reach));
    for (int slot : slotOf) {
      distances.own = slot;
      scan(distances);
    }
    return Arrays.copyOf(distances.values, distances.count);
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
    Nearest search = new Nearest();
    for (int atom = 0; atom < nearest.length; atom++) {
      if (Double.isInfinite(nearest[atom])) {
        nearest[atom] = search.of(slotOf[atom]);
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

  /** Visits the bins that come nearer to an atom than the limit. */
  private void scan(Candidates candidates) {
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double place = places[3 * candidates.own + axis];
      double span = candidates.limit * density[axis] + ROUNDING;
      low[axis] = (int) Math.floor(place - span);
      high[axis] = (int) Math.floor(place + span);
      if (!periodic) {
        low[axis] = grid.inside(low[axis], axis);
        high[axis] = grid.inside(high[axis], axis);
      }
    }
    grid.visit(low, high, candidates);
  }

  /** Sees atoms near the one at a slot of the grid. */
  private abstract class Candidates implements BinGrid.Visitor {
    final double limit;
    int own;

    /**
     * @param limit atoms at this distance or farther need not be seen, angstrom
     */
    Candidates(double limit) {
      this.limit = limit;
    }

    /**
     * Sees the atoms at some slots. Each kind has a loop of its own: a call for each atom would
     * cost more than its distance.
     *
     * @param self slot of the own atom itself, -1 where its images are seen
     * @param x what a wrapped position needs to be the vector from the own atom, angstrom; y and z
     *     likewise
     */
    abstract void see(int first, int end, int self, double x, double y, double z);

    @Override
    public final void see(int first, int end, int u, int v, int w) {
      int self = u == 0 && v == 0 && w == 0 ? own : -1;
      double x = u * rows[0] + v * rows[3] + w * rows[6] - wrapped[3 * own];
      double y = u * rows[1] + v * rows[4] + w * rows[7] - wrapped[3 * own + 1];
      double z = u * rows[2] + v * rows[5] + w * rows[8] - wrapped[3 * own + 2];
      see(first, end, self, x, y, z);
    }

    final double squared(int slot, double x, double y, double z) {
      double dx = wrapped[3 * slot] + x;
      double dy = wrapped[3 * slot + 1] + y;
      double dz = wrapped[3 * slot + 2] + z;
      return dx * dx + dy * dy + dz * dz;
    }
  }

  private final class Nearest extends Candidates {
    private double best;

    Nearest() {
      super(reach);
    }

    /** Infinite where there is none. */
    double of(int slot) {
      own = slot;
      best = reach * reach;
      scan(this);
      return best < reach * reach ? Math.sqrt(best) : Double.POSITIVE_INFINITY;
    }

    @Override
    void see(int first, int end, int self, double x, double y, double z) {
      for (int slot = first; slot < end; slot++) {
        double squared = squared(slot, x, y, z);
        if (squared < best && slot != self) {
          best = squared;
        }
      }
    }
  }

  private final class Distances extends Candidates {
    private final double squaredLimit;
    private double[] values = new double[16 * slotOf.length];
    private int count;

    Distances(double limit) {
      super(limit);
      this.squaredLimit = limit * limit;
    }

    @Override
    void see(int first, int end, int self, double x, double y, double z) {
      for (int slot = first; slot < end; slot++) {
        double squared = squared(slot, x, y, z);
        if (squared < squaredLimit && slot != self) {
          add(Math.sqrt(squared));
        }
      }
    }

    private void add(double distance) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = distance;
    }
  }

  private final class Within extends Candidates {
    private final Visitor visitor;

    Within(int own, Visitor visitor) {
      super(reach);
      this.own = own;
      this.visitor = visitor;
    }

    @Override
    void see(int first, int end, int self, double x, double y, double z) {
      for (int slot = first; slot < end; slot++) {
        double squared = squared(slot, x, y, z);
        if (squared < reach * reach && slot != self) {
          visitor.accept(
              grid.point(slot),
              wrapped[3 * slot] + x,
              wrapped[3 * slot + 1] + y,
              wrapped[3 * slot + 2] + z,
              Math.sqrt(squared));
        }
      }
    }
  }
}
