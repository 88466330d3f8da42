package org.laue.structure;

import java.util.Arrays;

/**
 * The smallest upright box around points.
 *
 * @param low corner [3], angstrom
 * @param high the opposite corner
 */
public record Box(double[] low, double[] high) {
  /**
   * @param cartesian at least one point, [3 N] in angstrom
   */
  public static Box around(double[] cartesian) {
    double[] low = Arrays.copyOf(cartesian, 3);
    double[] high = low.clone();
    for (int i = 3; i < cartesian.length; i++) {
      low[i % 3] = Math.min(low[i % 3], cartesian[i]);
      high[i % 3] = Math.max(high[i % 3], cartesian[i]);
    }
    return new Box(low, high);
  }

  /** Edges [3], angstrom; 0 where all points have one coordinate. */
  public double[] edges() {
    return new double[] {high[0] - low[0], high[1] - low[1], high[2] - low[2]};
  }

  /** A lattice of its edges, each at least 1 angstrom long. */
  public Lattice lattice() {
    double[] rows = new double[9];
    double[] edges = edges();
    for (int axis = 0; axis < 3; axis++) {
      rows[4 * axis] = Math.max(1, edges[axis]);
    }
    return Lattice.ofRows(rows);
  }
}
