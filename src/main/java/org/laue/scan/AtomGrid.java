package org.laue.scan;

import java.util.Optional;
import org.laue.structure.Atoms;
import org.laue.structure.Lattice;

/**
 * Atoms sorted into bins, so that those around any point are found at once. Positions are wrapped
 * into the cell; an image stands at wrapped position plus shift, rounded, so that a part of space
 * that holds images as atoms of their own sees the very same numbers.
 */
final class AtomGrid {
  private static final long MOST_BINS = 1L << 28;

  private final double[] rows;
  private final double[] inverse;
  private final double[] origin;
  private final boolean periodic;
  private final int[] bins = new int[3];
  private final double[] heights;
  private final int[] start;
  private final int[] order;
  private final double[] sorted;

  private AtomGrid(Lattice box, double[] origin, boolean periodic, double[] positions, double bin) {
    this.rows = box.rows();
    this.inverse = box.toFractional(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    this.origin = origin;
    this.periodic = periodic;
    this.heights = box.heights();
    int count = positions.length / 3;
    double size = bin;
    do {
      for (int axis = 0; axis < 3; axis++) {
        bins[axis] = (int) Math.max(1, Math.min(1 << 20, heights[axis] / size));
      }
      size *= 1.25;
    } while ((long) bins[0] * bins[1] * bins[2] > Math.min(MOST_BINS, 4L * count + 64));
    this.start = new int[bins[0] * bins[1] * bins[2] + 1];
    this.order = new int[count];
    this.sorted = new double[positions.length];
    sort(positions);
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
    double[] low = new double[3];
    double[] edges = new double[9];
    for (int axis = 0; axis < 3; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < positions.length; i += 3) {
        least = Math.min(least, positions[i]);
        most = Math.max(most, positions[i]);
      }
      low[axis] = least;
      edges[4 * axis] = Math.max(1, most - least);
    }
    return new AtomGrid(Lattice.ofRows(edges), low, false, positions, bin);
  }

  private void sort(double[] positions) {
    int count = order.length;
    int[] binOf = new int[count];
    double[] f = new double[3];
    for (int atom = 0; atom < count; atom++) {
      wrap(positions, 3 * atom, f);
      System.arraycopy(f, 0, positions, 3 * atom, 3);
      binOf[atom] = bin(f);
      start[binOf[atom] + 1]++;
    }
    for (int bin = 1; bin < start.length; bin++) {
      start[bin] += start[bin - 1];
    }
    int[] next = start.clone();
    for (int atom = 0; atom < count; atom++) {
      int place = next[binOf[atom]]++;
      order[place] = atom;
      System.arraycopy(positions, 3 * atom, sorted, 3 * place, 3);
    }
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

  private int bin(double[] x) {
    int bin = 0;
    for (int axis = 0; axis < 3; axis++) {
      bin = bin * bins[axis] + clamp((int) (fraction(x, axis) * bins[axis]), bins[axis]);
    }
    return bin;
  }

  private static int clamp(int bin, int count) {
    return Math.max(0, Math.min(count - 1, bin));
  }

  int atomCount() {
    return order.length;
  }

  /** Atoms in the order of their bins: neighbours in space are neighbours in this order. */
  int atomAt(int place) {
    return order[place];
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

  /** Fills the ball with the atoms closer than {@code radius} to a point in the box. */
  void around(double[] point, double radius, Ball ball) {
    ball.clear();
    double squared = radius * radius;
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double f = fraction(point, axis) * bins[axis];
      double reach = radius / heights[axis] * bins[axis];
      low[axis] = (int) Math.floor(f - reach);
      high[axis] = (int) Math.floor(f + reach);
      if (!periodic) {
        low[axis] = clamp(low[axis], bins[axis]);
        high[axis] = clamp(high[axis], bins[axis]);
      }
    }
    for (int a = low[0]; a <= high[0]; a++) {
      int u = Math.floorDiv(a, bins[0]);
      for (int b = low[1]; b <= high[1]; b++) {
        int v = Math.floorDiv(b, bins[1]);
        int row = ((a - u * bins[0]) * bins[1] + b - v * bins[1]) * bins[2];
        for (int c = low[2]; c <= high[2]; c++) {
          int w = Math.floorDiv(c, bins[2]);
          collect(row + c - w * bins[2], u, v, w, point, squared, ball);
        }
      }
    }
    ball.sort();
  }

  private void collect(int bin, int u, int v, int w, double[] point, double squared, Ball ball) {
    double x = u * rows[0] + v * rows[3] + w * rows[6];
    double y = u * rows[1] + v * rows[4] + w * rows[7];
    double z = u * rows[2] + v * rows[5] + w * rows[8];
    for (int place = start[bin]; place < start[bin + 1]; place++) {
      double dx = sorted[3 * place] + x - point[0];
      double dy = sorted[3 * place + 1] + y - point[1];
      double dz = sorted[3 * place + 2] + z - point[2];
      double distance = dx * dx + dy * dy + dz * dz;
      if (distance < squared) {
        ball.add(order[place], dx, dy, dz);
      }
    }
  }
}
