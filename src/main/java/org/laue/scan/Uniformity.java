package org.laue.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.structure.Atoms;
import org.laue.structure.Matrix3;

/**
 * How alike the vectors are by which atoms repeat in different parts of space: pair densities of a
 * few balls, each as far from the others as it can be. One crystal has one set of vectors, however
 * hot it is and however many atoms are missing; two grains have two.
 */
final class Uniformity {
  private static final int BALLS = 8;
  private static final int CANDIDATES = 64;

  /** Radius of a ball, in spacings: some sixty atoms. */
  private static final double RADIUS = 2.4;

  /** Length of the longest vectors, in spacings. */
  private static final double VECTORS = 1.9;

  /** A ball that holds a smaller share of what fits into it is at a surface. */
  private static final double LEAST_FILLED = 0.6;

  private static final double FILLED = 4 * Math.PI / 3 * RADIUS * RADIUS * RADIUS;

  private final AtomGrid grid;
  private final double spacing;
  private final double[] columns;
  private final double[] inverse;

  /** Squared distance of each candidate from the nearest ball; 0 where it was looked at. */
  private final double[] apart;

  private final Ball ball = new Ball();
  private final double[] centre = new double[3];

  private Uniformity(Atoms atoms, double spacing) {
    this.grid = AtomGrid.of(atoms, 1.5 * spacing);
    this.spacing = spacing;
    this.columns = Matrix3.transposed(grid.rows());
    this.inverse = Matrix3.inverse(columns);
    this.apart = new double[Math.min(CANDIDATES, grid.atomCount())];
    Arrays.fill(apart, Double.MAX_VALUE);
  }

  /**
   * Likeness of the two balls that are least alike: near 1 for one crystal.
   *
   * @param spacing cube root of the volume per atom, angstrom
   */
  static double of(Atoms atoms, double spacing) {
    List<PairDensity> densities = new Uniformity(atoms, spacing).densities();
    double least = 1;
    for (int i = 0; i < densities.size(); i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, densities.get(i).likeness(densities.get(j)));
      }
    }
    return least;
  }

  private List<PairDensity> densities() {
    List<PairDensity> densities = new ArrayList<>();
    int next = 0;
    while (densities.size() < BALLS && apart[next] > 0) {
      grid.position(place(next), centre);
      grid.around(centre, RADIUS * spacing, ball);
      apart[next] = 0;
      if (ball.count() > LEAST_FILLED * FILLED) {
        PairDensity density = new PairDensity(spacing, VECTORS * spacing);
        density.fill(ball, RADIUS * spacing);
        densities.add(density);
        keepAway();
      }
      next = farthest();
    }
    return densities;
  }

  private int place(int candidate) {
    return (int) ((candidate + 0.5) * grid.atomCount() / apart.length);
  }

  private void keepAway() {
    double[] other = new double[3];
    for (int i = 0; i < apart.length; i++) {
      grid.position(place(i), other);
      apart[i] = Math.min(apart[i], squaredDistance(other));
    }
  }

  private int farthest() {
    int farthest = 0;
    for (int i = 1; i < apart.length; i++) {
      farthest = apart[i] > apart[farthest] ? i : farthest;
    }
    return farthest;
  }

  /** From the middle of the ball, to the image in the same part of the cell. */
  private double squaredDistance(double[] other) {
    double[] d = {other[0] - centre[0], other[1] - centre[1], other[2] - centre[2]};
    if (grid.periodic()) {
      double[] f = Matrix3.apply(inverse, d);
      Arrays.setAll(f, axis -> f[axis] - Math.rint(f[axis]));
      d = Matrix3.apply(columns, f);
    }
    return Matrix3.dot(d, d);
  }
}
