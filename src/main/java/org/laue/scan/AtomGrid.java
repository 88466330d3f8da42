package org.laue.scan;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.laue.structure.Atoms;
import org.laue.structure.BinGrid;
import org.laue.structure.Box;
import org.laue.structure.Lattice;

/**
 * Atoms sorted into bins, so that those around any point are found at once. Positions are wrapped
 * into the cell; an image stands at wrapped position plus shift, rounded, so that a part of space
 * that holds images as atoms of their own sees the very same numbers.
 */
final class AtomGrid {
  /** Edge of a bin where the atoms of balls are asked for, in spacings. */
  static final double BIN = 1.5;

  private static final long MOST_BINS = 1L << 28;

  private final double[] rows;
  private final double[] inverse;
  private final double[] origin;
  private final boolean periodic;
  private final double[] heights;
  private final BinGrid grid;
  private final double[] sorted;

  private AtomGrid(Lattice box, double[] origin, boolean periodic, double[] positions, double bin) {
    this.rows = box.rows();
    this.inverse = box.toFractional(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    this.origin = origin;
    this.periodic = periodic;
    this.heights = box.heights();
    int count = positions.length / 3;
    int[] bins = BinGrid.counts(heights, bin, Math.min(MOST_BINS, 4L * count + 64));
    double[] place = new double[3];
    this.grid =
        new BinGrid(
            bins,
            count,
            (atom, out) -> {
              wrap(positions, 3 * atom, place);
              System.arraycopy(place, 0, positions, 3 * atom, 3);
              for (int axis = 0; axis < 3; axis++) {
                out[axis] = fraction(place, axis);
              }
            });
    this.sorted = grid.sorted(positions);
  }

  /**
   * @param bin edge of a bin, angstrom
   */
  static AtomGrid of(Atoms atoms, double bin) {
    double[] positions = atoms.cartesian();
    Optional<Lattice> lattice = atoms.periodicLattice();
    return lattice.isPresent()
        ? new AtomGrid(lattice.get(), new double[3], true, positions, bin)
        : free(positions, bin);
  }

  /** Atoms that are not repeated, [3 N] in angstrom. */
  static AtomGrid free(double[] positions, double bin) {
    Box box = Box.around(positions);
    return new AtomGrid(box.lattice(), box.low(), false, positions, bin);
  }

  /** Position of an atom inside the cell. */
  private void wrap(double[] positions, int at, double[] out) {
    System.arraycopy(positions, at, out, 0, 3);
    if (periodic) {
      for (int axis = 0; axis < 3; axis++) {
        double turns = Math.floor(fraction(out, axis));
        if (turns != 0) {
          for (int i = 0; i < 3; i++) {
            out[i] -= turns * rows[3 * axis + i];
          }
        }
      }
    }
  }

  private double fraction(double[] x, int axis) {
    return (x[0] - origin[0]) * inverse[axis]
        + (x[1] - origin[1]) * inverse[3 + axis]
        + (x[2] - origin[2]) * inverse[6 + axis];
  }

  int atomCount() {
    return grid.pointCount();
  }

  /** Atoms in the order of their bins: neighbours in space are neighbours in this order. */
  int atomAt(int place) {
    return grid.point(place);
  }

  /** Position of the atom at a place of that order, wrapped into the cell. */
  void position(int place, double[] out) {
    System.arraycopy(sorted, 3 * place, out, 0, 3);
  }

  /** Box that holds all atoms: origin and edge vectors. */
  double[] origin() {
    return origin.clone();
  }

  double[] rows() {
    return rows.clone();
  }

  boolean periodic() {
    return periodic;
  }

  /** Bins along the edges of the box. */
  int[] counts() {
    return new int[] {grid.count(0), grid.count(1), grid.count(2)};
  }

  /** Places of the atoms in a block of bins. */
  int[] slots(Blocks.Block block) {
    int[] high = block.end().clone();
    for (int axis = 0; axis < 3; axis++) {
      high[axis]--;
    }
    IntStream.Builder slots = IntStream.builder();
    grid.visit(
        block.low(), high, (first, end, u, v, w) -> IntStream.range(first, end).forEach(slots));
    return slots.build().toArray();
  }

  /**
   * Positions of the atoms, images included, that are closer than {@code radius} to a block, and
   * perhaps of more; [3 N] in angstrom.
   */
  double[] near(Blocks.Block block, double radius) {
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double reach = radius / heights[axis] * grid.count(axis);
      low[axis] = bin(block.from(axis) * grid.count(axis) - reach, axis);
      high[axis] = bin(block.to(axis) * grid.count(axis) + reach, axis);
    }
    DoubleStream.Builder near = DoubleStream.builder();
    grid.visit(
        low,
        high,
        (first, end, u, v, w) -> {
          for (int place = first; place < end; place++) {
            for (int i = 0; i < 3; i++) {
              near.add(sorted[3 * place + i] + (u * rows[i] + v * rows[3 + i] + w * rows[6 + i]));
            }
          }
        });
    return near.build().toArray();
  }

  private int bin(double along, int axis) {
    int bin = (int) Math.floor(along);
    return periodic ? bin : grid.inside(bin, axis);
  }

  /** Fills the ball with the atoms closer than {@code radius} to a point in the box. */
  void around(double[] point, double radius, Ball ball) {
    ball.clear();
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double f = fraction(point, axis) * grid.count(axis);
      double reach = radius / heights[axis] * grid.count(axis);
      low[axis] = bin(f - reach, axis);
      high[axis] = bin(f + reach, axis);
    }
    double squared = radius * radius;
    grid.visit(
        low, high, (first, end, u, v, w) -> collect(first, end, u, v, w, point, squared, ball));
    ball.sort();
  }

  private void collect(
      int first, int end, int u, int v, int w, double[] point, double squared, Ball ball) {
    double x = u * rows[0] + v * rows[3] + w * rows[6];
    double y = u * rows[1] + v * rows[4] + w * rows[7];
    double z = u * rows[2] + v * rows[5] + w * rows[8];
    for (int place = first; place < end; place++) {
      double dx = sorted[3 * place] + x - point[0];
      double dy = sorted[3 * place + 1] + y - point[1];
      double dz = sorted[3 * place + 2] + z - point[2];
      double distance = dx * dx + dy * dy + dz * dz;
      if (distance < squared) {
        ball.add(grid.point(place), dx, dy, dz);
      }
    }
  }
}
