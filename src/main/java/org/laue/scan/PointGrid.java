package org.laue.scan;

import java.io.Serializable;

/**
 * Points in even steps through the box of the atoms, each in the middle of a cell of its own, so
 * that a periodic box has no seam.
 */
final class PointGrid implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] origin;
  private final double[] rows;
  private final double[] inverse;
  private final boolean periodic;
  private final int[] counts = new int[3];

  /**
   * @param step largest distance of neighbouring points along an edge, angstrom
   */
  PointGrid(AtomGrid atoms, double step) {
    this.origin = atoms.origin();
    this.rows = atoms.rows();
    this.inverse = org.laue.structure.Matrix3.inverse(rows);
    this.periodic = atoms.periodic();
    for (int axis = 0; axis < 3; axis++) {
      counts[axis] = (int) Math.max(1, Math.ceil(length(axis) / step));
    }
  }

  private double length(int axis) {
    double x = rows[3 * axis];
    double y = rows[3 * axis + 1];
    double z = rows[3 * axis + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Distance of neighbouring points along the edge where it is largest, angstrom. */
  double largestStep() {
    double largest = 0;
    for (int axis = 0; axis < 3; axis++) {
      largest = Math.max(largest, length(axis) / counts[axis]);
    }
    return largest;
  }

  int size() {
    return Math.multiplyExact(Math.multiplyExact(counts[0], counts[1]), counts[2]);
  }

  /** Points along each edge. */
  int[] counts() {
    return counts.clone();
  }

  /** Numbers of the points of a block. */
  int[] numbers(Blocks.Block block) {
    int[] low = block.low();
    int[] end = block.end();
    int[] numbers = new int[(end[0] - low[0]) * (end[1] - low[1]) * (end[2] - low[2])];
    int next = 0;
    for (int i = low[0]; i < end[0]; i++) {
      for (int j = low[1]; j < end[1]; j++) {
        for (int k = low[2]; k < end[2]; k++) {
          numbers[next++] = (i * counts[1] + j) * counts[2] + k;
        }
      }
    }
    return numbers;
  }

  void point(int index, double[] out) {
    int k = index % counts[2];
    int j = index / counts[2] % counts[1];
    int i = index / counts[2] / counts[1];
    corner(i, j, k, out);
  }

  private void corner(int i, int j, int k, double[] out) {
    double f = (i + 0.5) / counts[0];
    double g = (j + 0.5) / counts[1];
    double h = (k + 0.5) / counts[2];
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = origin[axis] + f * rows[axis] + g * rows[3 + axis] + h * rows[6 + axis];
    }
  }

  /** Sees a point of the grid near another point. */
  interface Visitor {
    /**
     * @param x vector from the point of the grid to the other, angstrom; y and z likewise
     */
    void see(int index, double x, double y, double z);
  }

  /** Visits the corners of the cell of the grid that a point lies in, images included. */
  void around(double[] point, Visitor visitor) {
    int[] low = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double f = 0;
      for (int i = 0; i < 3; i++) {
        f += (point[i] - origin[i]) * inverse[3 * i + axis];
      }
      low[axis] = (int) Math.floor(f * counts[axis] - 0.5);
    }
    double[] corner = new double[3];
    for (int i = low[0]; i <= low[0] + 1; i++) {
      for (int j = low[1]; j <= low[1] + 1; j++) {
        for (int k = low[2]; k <= low[2] + 1; k++) {
          if (periodic || inside(i, 0) && inside(j, 1) && inside(k, 2)) {
            corner(i, j, k, corner);
            int index =
                (Math.floorMod(i, counts[0]) * counts[1] + Math.floorMod(j, counts[1])) * counts[2]
                    + Math.floorMod(k, counts[2]);
            visitor.see(index, point[0] - corner[0], point[1] - corner[1], point[2] - corner[2]);
          }
        }
      }
    }
  }

  private boolean inside(int i, int axis) {
    return i >= 0 && i < counts[axis];
  }
}
