package org.laue.scan;

import java.util.Arrays;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.Neighbours;

/** Two crystals that fill the halves of a periodic box and meet in the planes z = 0 and c / 2. */
final class PeriodicBicrystal {
  private static final double CLOSEST = 0.75;

  private final double[] edges;
  private double[] kept = {};

  private PeriodicBicrystal(double... edges) {
    this.edges = edges;
  }

  /** Nearest distance 1 in both grains. */
  static Crystal of(LocalClass kind, double[] lower, double[] upper, double a, double b, double c) {
    PeriodicBicrystal made = new PeriodicBicrystal(a, b, c);
    double reach = Math.sqrt(a * a + b * b + c * c);
    made.fill(kind, lower, reach, 0);
    made.fill(kind, upper, reach, c / 2);
    return made.pruned();
  }

  /** The grain's turn times its mirror image in z = 0. */
  static double[] mirrored(double[] turn) {
    return Matrix3.multiply(new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1}, turn);
  }

  /** Takes a vector of the crystal to x and another to z. */
  static double[] frame(double[] x, double[] z) {
    double lx = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
    double lz = Math.sqrt(z[0] * z[0] + z[1] * z[1] + z[2] * z[2]);
    double[] u = {x[0] / lx, x[1] / lx, x[2] / lx};
    double[] w = {z[0] / lz, z[1] / lz, z[2] / lz};
    return new double[] {
      u[0],
      u[1],
      u[2],
      w[1] * u[2] - w[2] * u[1],
      w[2] * u[0] - w[0] * u[2],
      w[0] * u[1] - w[1] * u[0],
      w[0],
      w[1],
      w[2]
    };
  }

  private void fill(LocalClass kind, double[] turn, double reach, double floor) {
    Crystal cell = Samples.cell(kind, Math.sqrt(8 / 3.0));
    double[] lengths = cell.lattice().lengths();
    double[] x = new double[3];
    for (int atom = 0; atom < cell.atomCount(); atom++) {
      double[] own = Arrays.copyOfRange(cell.cartesian(), 3 * atom, 3 * atom + 3);
      for (int i = (int) -(reach / lengths[0]) - 1; i <= reach / lengths[0] + 1; i++) {
        for (int j = (int) -(reach / lengths[1]) - 1; j <= reach / lengths[1] + 1; j++) {
          for (int k = (int) -(reach / lengths[2]) - 1; k <= reach / lengths[2] + 1; k++) {
            x[0] = own[0] + i * lengths[0];
            x[1] = own[1] + j * lengths[1];
            x[2] = own[2] + k * lengths[2];
            keep(Matrix3.apply(turn, x), floor);
          }
        }
      }
    }
  }

  private void keep(double[] x, double floor) {
    x[2] += floor;
    for (int axis = 0; axis < 3; axis++) {
      double low = axis == 2 ? floor : 0;
      double high = axis == 2 ? floor + edges[2] / 2 : edges[axis];
      if (x[axis] < low - 1e-6 || x[axis] >= high - 1e-6) {
        return;
      }
    }
    kept = Arrays.copyOf(kept, kept.length + 3);
    System.arraycopy(x, 0, kept, kept.length - 3, 3);
  }

  /** Of two atoms that are too close the later one goes. */
  private Crystal pruned() {
    Crystal all = crystal(kept);
    boolean[] gone = new boolean[all.atomCount()];
    Neighbours neighbours = Neighbours.within(all, CLOSEST);
    double[] rest = new double[kept.length];
    int count = 0;
    for (int atom = 0; atom < gone.length; atom++) {
      int own = atom;
      if (!gone[atom]) {
        neighbours.forEach(atom, (other, dx, dy, dz, distance) -> gone[other] |= other > own);
        System.arraycopy(kept, 3 * atom, rest, 3 * count++, 3);
      }
    }
    return crystal(Arrays.copyOf(rest, 3 * count));
  }

  private Crystal crystal(double[] x) {
    int[] numbers = new int[x.length / 3];
    Arrays.fill(numbers, 26);
    Lattice box = Lattice.ofRows(edges[0], 0, 0, 0, edges[1], 0, 0, 0, edges[2]);
    return Crystal.ofCartesian(box, numbers, x);
  }
}
