package org.laue.descriptors.image;

import java.util.ArrayList;
import java.util.List;
import org.laue.UserException;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.cell.SymmetryDataset;

/**
 * A block of whole conventional cells laid into a broken supercell of the same lattice. Its corner
 * is the origin of the parent's space group, so that the same sites are inside as in the supercell
 * of the perfect parent.
 */
final class CellBox {
  /** A coordinate this little below a face, in angstrom, is taken as on it. */
  private static final double FACE = 1e-6;

  /** Two atoms nearer than this, in angstrom, are on one place. */
  private static final double OCCUPIED = 1.2;

  private final Lattice oriented;
  private final Lattice parentCell;
  private final double[] change;
  private final double[] shift;

  /** Signs that the standard orientation gave to the three cell vectors. */
  private final int[] signs;

  private final double[] margin;

  /**
   * @param oriented conventional cell of the parent in standard orientation
   * @param parent symmetry of the parent's cell, in the Cartesian frame of the broken crystal
   */
  CellBox(Crystal oriented, SymmetryDataset parent) {
    this.oriented = oriented.lattice();
    this.parentCell = parent.crystal().lattice();
    this.change = parent.transformationMatrix();
    this.shift = parent.originShift();
    this.signs = new int[3];
    this.margin = new double[3];
    double[] lengths = this.oriented.lengths();
    for (int i = 0; i < 3; i++) {
      margin[i] = FACE / lengths[i];
      signs[i] = this.oriented.component(i, i) < 0 ? -1 : 1;
    }
  }

  /** The atoms of a periodic crystal in {@code repeats} cells along a, b, c. */
  Cluster cut(Crystal given, int[] repeats) {
    double[] atoms = inCells(given.cartesian(), shift);
    Lattice period = Lattice.ofRows(inCells(given.lattice().rows(), new double[3]));
    int[][] range = range(period, repeats);
    List<double[]> inside = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    double[] home = period.toFractional(atoms);
    for (int atom = 0; atom < given.atomCount(); atom++) {
      for (double[] cell : images(home, atom, range, period, repeats)) {
        inside.add(cell);
        numbers.add(given.atomicNumber(atom));
      }
    }
    return cluster(inside, numbers);
  }

  /**
   * The atoms of a finite cluster in {@code repeats} cells about its middle. Atoms outside fill
   * places of the block that the cluster does not reach, a whole block away from where they are.
   */
  Cluster cutAboutMiddle(Cluster given, int[] repeats) {
    double[] atoms = inCells(given.cartesian(), shift);
    int[] corner = new int[3];
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int at = i; at < atoms.length; at += 3) {
        sum += atoms[at];
      }
      corner[i] = (int) Math.rint(sum / given.atomCount() - repeats[i] / 2.0);
    }
    List<double[]> inside = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      for (int atom = 0; atom < given.atomCount(); atom++) {
        double[] cell = new double[3];
        for (int i = 0; i < 3; i++) {
          cell[i] = atoms[3 * atom + i] - corner[i];
        }
        boolean within = isInside(cell, repeats);
        if (pass == 1 && !within) {
          wrap(cell, repeats);
        }
        if (pass == 0 ? within : !within && isFree(cell, inside, repeats)) {
          inside.add(cell);
          numbers.add(given.atomicNumber(atom));
        }
      }
    }
    return cluster(inside, numbers);
  }

  private void wrap(double[] cell, int[] repeats) {
    for (int i = 0; i < 3; i++) {
      cell[i] -= repeats[i] * Math.floor((cell[i] + margin[i]) / repeats[i]);
    }
  }

  /** Whether no atom is near a place of the block, seen as a period. */
  private boolean isFree(double[] cell, List<double[]> taken, int[] repeats) {
    double[] metric = oriented.metric();
    double[] d = new double[3];
    for (double[] other : taken) {
      for (int i = 0; i < 3; i++) {
        d[i] = cell[i] - other[i];
        d[i] -= repeats[i] * Math.rint(d[i] / repeats[i]);
      }
      if (Matrix3.squaredLength(d, metric) < OCCUPIED * OCCUPIED) {
        return false;
      }
    }
    return true;
  }

  /** Coordinates along the oriented cell vectors, in cells. */
  private double[] inCells(double[] cartesian, double[] origin) {
    double[] x = parentCell.toFractional(cartesian);
    double[] cells = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int row = i % 3;
      int from = i - row;
      double sum = origin[row];
      for (int j = 0; j < 3; j++) {
        sum += change[3 * row + j] * x[from + j];
      }
      cells[i] = signs[row] * sum;
    }
    return cells;
  }

  /** Lowest and highest coordinate of the box along each vector of the period. */
  private static int[][] range(Lattice period, int[] repeats) {
    double[] low = new double[3];
    double[] high = new double[3];
    for (int corner = 0; corner < 8; corner++) {
      double[] at = new double[3];
      for (int i = 0; i < 3; i++) {
        at[i] = (corner >> i & 1) * repeats[i];
      }
      double[] f = period.toFractional(at);
      for (int i = 0; i < 3; i++) {
        low[i] = Math.min(low[i], f[i]);
        high[i] = Math.max(high[i], f[i]);
      }
    }
    int[][] range = new int[3][2];
    for (int i = 0; i < 3; i++) {
      range[i][0] = (int) Math.floor(low[i]) - 1;
      range[i][1] = (int) Math.ceil(high[i]) + 1;
    }
    return range;
  }

  /** Periodic images of an atom in the box, in cells. */
  private List<double[]> images(
      double[] home, int atom, int[][] range, Lattice period, int[] repeats) {
    double[] image = new double[3];
    List<double[]> inside = new ArrayList<>();
    double[] base = new double[3];
    for (int i = 0; i < 3; i++) {
      base[i] = home[3 * atom + i] - Math.floor(home[3 * atom + i]);
    }
    for (int i = range[0][0]; i <= range[0][1]; i++) {
      image[0] = base[0] + i;
      for (int j = range[1][0]; j <= range[1][1]; j++) {
        image[1] = base[1] + j;
        for (int k = range[2][0]; k <= range[2][1]; k++) {
          image[2] = base[2] + k;
          double[] cell = period.toCartesian(image);
          if (isInside(cell, repeats)) {
            inside.add(cell);
          }
        }
      }
    }
    return inside;
  }

  private boolean isInside(double[] cell, int[] repeats) {
    for (int i = 0; i < 3; i++) {
      if (cell[i] < -margin[i] || cell[i] >= repeats[i] - margin[i]) {
        return false;
      }
    }
    return true;
  }

  private Cluster cluster(List<double[]> inside, List<Integer> numbers) {
    if (inside.isEmpty()) {
      throw new UserException("No atoms of the broken supercell lie in the block of cells");
    }
    double[] cells = new double[3 * inside.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = inside.get(i / 3)[i % 3];
    }
    return Cluster.of(
        numbers.stream().mapToInt(Integer::intValue).toArray(), oriented.toCartesian(cells));
  }
}
