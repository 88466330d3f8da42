package org.laue.structure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * In how many directions the atoms of a cell hang together: three in a crystal, two in a layer or a
 * surface with empty space above it, one in a rod, none in an atom or molecule in a box. Atoms hang
 * together where no more than {@link #REACH} lies between them, which is more than between the
 * layers of graphite or the atoms of caesium (5.3 angstrom), and less than the vacuum that
 * calculations of surfaces leave. Method: the rank of the lattice vectors by which a connected
 * component meets its own images, as in P. M. Larsen et al., Phys. Rev. Materials 3, 034003 (2019).
 *
 * @param directions 0 to 3
 * @param nearestAngstrom shortest distance between two atoms, or infinity beyond {@link #REACH}
 */
public record Dimensionality(int directions, double nearestAngstrom) {
  /** In angstrom. */
  static final double REACH = 6.5;

  /** Atoms this close together (per cubic angstrom) leave no empty space. */
  private static final double DENSE = 0.5;

  public static Dimensionality of(Crystal crystal) {
    double density = crystal.atomCount() / crystal.lattice().volume();
    return density > DENSE ? new Dimensionality(3, 0) : new Search(crystal).run();
  }

  /** What a user should know who takes the cell for a crystal; empty where it is one. */
  public Optional<String> warning() {
    return switch (directions) {
      case 3 -> Optional.empty();
      case 2 -> Optional.of("a layer or surface: empty space on both sides of the atoms");
      case 1 -> Optional.of("a chain or rod: empty space around the atoms");
      default ->
          Optional.of(
              nearestAngstrom > REACH
                  ? String.format(
                      Locale.ROOT, "isolated atoms: none within %.1f A of another", REACH)
                  : "a molecule or cluster alone in its box: no crystal");
    };
  }

  /** Walks over the atoms of one component after the other. */
  private static final class Search {
    private final Crystal crystal;
    private final double[] fractional;
    private final Neighbours neighbours;

    /** Cell of each atom that was reached, three integers; null before. */
    private final int[][] cells;

    private final Deque<Integer> open = new ArrayDeque<>();
    private double nearest = Double.POSITIVE_INFINITY;
    private double[][] span;

    Search(Crystal crystal) {
      this.crystal = crystal;
      this.fractional = crystal.fractional();
      this.neighbours = Neighbours.within(crystal, REACH);
      this.cells = new int[crystal.atomCount()][];
    }

    Dimensionality run() {
      int most = 0;
      for (int atom = 0; atom < cells.length && most < 3; atom++) {
        if (cells[atom] == null) {
          most = Math.max(most, component(atom));
        }
      }
      return new Dimensionality(most, nearest);
    }

    private int component(int start) {
      span = new double[0][];
      cells[start] = new int[3];
      open.clear();
      open.add(start);
      while (!open.isEmpty() && span.length < 3) {
        int atom = open.remove();
        neighbours.forEach(
            atom, (other, dx, dy, dz, distance) -> reach(atom, other, dx, dy, dz, distance));
      }
      return span.length;
    }

    private void reach(int atom, int other, double dx, double dy, double dz, double distance) {
      nearest = Math.min(nearest, distance);
      double[] step = crystal.lattice().toFractional(new double[] {dx, dy, dz});
      int[] cell = new int[3];
      for (int axis = 0; axis < 3; axis++) {
        double between = fractional[3 * other + axis] - fractional[3 * atom + axis];
        cell[axis] = cells[atom][axis] + (int) Math.rint(step[axis] - between);
      }
      if (cells[other] == null) {
        cells[other] = cell;
        open.add(other);
      } else {
        extend(cell, cells[other]);
      }
    }

    /**
     * A second way to an atom leads to its image: their difference is a vector of the component.
     */
    private void extend(int[] a, int[] b) {
      double[] vector = {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
      if (span.length < 3 && isNew(vector)) {
        span = Arrays.copyOf(span, span.length + 1);
        span[span.length - 1] = vector;
      }
    }

    private boolean isNew(double[] v) {
      return switch (span.length) {
        case 0 -> v[0] != 0 || v[1] != 0 || v[2] != 0;
        case 1 -> Arrays.stream(Matrix3.cross(span[0], v)).anyMatch(x -> x != 0);
        default -> {
          double[] normal = Matrix3.cross(span[0], span[1]);
          yield normal[0] * v[0] + normal[1] * v[1] + normal[2] * v[2] != 0;
        }
      };
    }
  }
}
