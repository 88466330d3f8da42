package org.laue.scan;

import java.util.Arrays;
import org.laue.structure.Atoms;
import org.laue.structure.Lattice;

/**
 * The cube root of the volume per atom, from the atoms alone, so that vacuum around them does not
 * count: a ball around an atom that holds n atoms has volume n s^3.
 */
final class Spacing {
  private static final int NEIGHBOURS = 30;

  /** Angstrom; of a lone atom, which has no spacing, and of atoms in one place. */
  private static final double SMALLEST = 0.1;

  private static final int MOST_SAMPLES = 2000;

  private Spacing() {}

  /** Lower quartile over atoms drawn by their place, angstrom: those inside, not at a surface. */
  static double of(Atoms atoms) {
    return of(atoms, MOST_SAMPLES);
  }

  /** The same from at least {@code fewest} atoms, less than twice as many, or all there are. */
  static double of(Atoms atoms, int fewest) {
    double guess = guess(atoms);
    AtomGrid grid = AtomGrid.of(atoms, 2 * guess);
    int stride = Math.max(1, grid.atomCount() / fewest);
    int samples = (grid.atomCount() + stride - 1) / stride;
    double[] spacings = new double[samples];
    Ball ball = new Ball();
    double radius = guess * Math.cbrt(0.3 * NEIGHBOURS);
    for (int i = 0; i < samples; i++) {
      spacings[i] = around(grid, i * stride, radius, ball);
    }
    Arrays.sort(spacings);
    return Math.max(SMALLEST, spacings[samples / 4]);
  }

  private static double guess(Atoms atoms) {
    double volume =
        atoms
            .periodicLattice()
            .map(Lattice::volume)
            .orElseGet(() -> Lattice.ofRows(AtomGrid.of(atoms, 1).rows()).volume());
    return Math.cbrt(volume / atoms.atomCount());
  }

  /** The ball grows or shrinks until it holds enough atoms, or all there are. */
  private static double around(AtomGrid grid, int place, double start, Ball ball) {
    double[] centre = new double[3];
    grid.position(place, centre);
    double radius = start;
    grid.around(centre, radius, ball);
    while (ball.count() <= NEIGHBOURS && (grid.periodic() || ball.count() < grid.atomCount())) {
      radius *= 1.3;
      grid.around(centre, radius, ball);
    }
    double[] squares = new double[ball.count()];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = ball.squaredLength(i);
    }
    Arrays.sort(squares);
    int last = Math.min(NEIGHBOURS, squares.length - 1);
    double reach = Math.sqrt(squares[last]);
    return reach * Math.cbrt(4 * Math.PI / 3 / (last + 0.5));
  }
}
