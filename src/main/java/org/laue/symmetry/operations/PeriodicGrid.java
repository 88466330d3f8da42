package org.laue.symmetry.operations;

import java.util.Arrays;
import org.laue.structure.Lattice;

/**
 * Finds the atom at a point of a periodic cell in constant time: the cell is cut into boxes of
 * about one atom each, and only the boxes within symprec of the point are looked into. Distances
 * are minimum-image as Spglib takes them: each fractional difference is brought into [-1/2, 1/2].
 *
 * <p>Not thread-safe; one search has its own.
 */
public final class PeriodicGrid {
  private final double[] rows;
  private final double symprecSquared;
  private final int[] boxes = new int[3];
  private final double[] reach = new double[3];

  /** First slot of each box; the atoms of box i stand in slots boxStart[i] to boxStart[i + 1]. */
  private final int[] boxStart;

  /** Atom, species and wrapped fractional position in the order of the boxes. */
  private final int[] atomOf;

  private final int[] speciesOf;
  private final double[] position;

  /** Mapping in which an atom was last used as a partner. */
  private final int[] usedIn;

  private final SearchBudget budget;
  private int mapping;
  private double squaredDistance;

  /**
   * @param fractional [3 N], each in [0, 1)
   * @param species one number per atom
   * @param symprec the radius of every later search, angstrom
   */
  public PeriodicGrid(
      Lattice lattice, double[] fractional, int[] species, double symprec, SearchBudget budget) {
    this.rows = lattice.rows();
    this.symprecSquared = symprec * symprec;
    this.budget = budget;
    double[] heights = lattice.heights();
    double edge = Math.cbrt(lattice.volume() / species.length);
    for (int i = 0; i < 3; i++) {
      boxes[i] = (int) Math.max(1, Math.min(species.length, heights[i] / edge));
      reach[i] = symprec / heights[i] * (1 + 1e-9) + 1e-15;
    }
    int[] box = new int[species.length];
    boxStart = new int[boxes[0] * boxes[1] * boxes[2] + 1];
    for (int atom = 0; atom < species.length; atom++) {
      box[atom] = boxAt(fractional, 3 * atom);
      boxStart[box[atom] + 1]++;
    }
    for (int i = 1; i < boxStart.length; i++) {
      boxStart[i] += boxStart[i - 1];
    }
    atomOf = new int[species.length];
    speciesOf = new int[species.length];
    position = new double[fractional.length];
    usedIn = new int[species.length];
    fill(fractional, species, box);
  }

  private int boxAt(double[] fractional, int at) {
    int i = Math.min(boxes[0] - 1, (int) (fractional[at] * boxes[0]));
    int j = Math.min(boxes[1] - 1, (int) (fractional[at + 1] * boxes[1]));
    int k = Math.min(boxes[2] - 1, (int) (fractional[at + 2] * boxes[2]));
    return (i * boxes[1] + j) * boxes[2] + k;
  }

  private void fill(double[] fractional, int[] species, int[] box) {
    int[] next = Arrays.copyOf(boxStart, boxStart.length - 1);
    for (int atom = 0; atom < species.length; atom++) {
      int slot = next[box[atom]]++;
      atomOf[slot] = atom;
      speciesOf[slot] = species[atom];
      System.arraycopy(fractional, 3 * atom, position, 3 * slot, 3);
    }
  }

  /** Begins a mapping of atoms on atoms, in which each atom may be a partner once. */
  public void beginMapping() {
    mapping++;
  }

  /** Square of the distance (square angstrom) of the partner found last. */
  double squaredDistance() {
    return squaredDistance;
  }

  /**
   * The nearest atom of the species closer than symprec to the fractional point that is no partner
   * in this mapping yet, or -1.
   */
  public int partner(double px, double py, double pz, int species) {
    double x = px - Math.floor(px);
    double y = py - Math.floor(py);
    double z = pz - Math.floor(pz);
    int i0 = low(x, 0);
    int i1 = high(x, 0, i0);
    int j0 = low(y, 1);
    int j1 = high(y, 1, j0);
    int k0 = low(z, 2);
    int k1 = high(z, 2, k0);
    double best = symprecSquared;
    int found = -1;
    for (int i = i0; i <= i1; i++) {
      int plane = wrap(i, 0) * boxes[1];
      for (int j = j0; j <= j1; j++) {
        int row = (plane + wrap(j, 1)) * boxes[2];
        for (int k = k0; k <= k1; k++) {
          int box = row + wrap(k, 2);
          int end = boxStart[box + 1];
          for (int slot = boxStart[box]; slot < end; slot++) {
            double squared = squaredDistance(slot, x, y, z);
            if (squared < best && speciesOf[slot] == species && usedIn[slot] != mapping) {
              best = squared;
              found = slot;
            }
          }
          budget.spend(end - boxStart[box] + 1);
        }
      }
    }
    if (found < 0) {
      return -1;
    }
    usedIn[found] = mapping;
    squaredDistance = best;
    return atomOf[found];
  }

  /** Writes all atoms of the species closer than symprec to the point; returns how many. */
  int collect(double px, double py, double pz, int species, int[] into) {
    beginMapping();
    int count = 0;
    for (int atom = partner(px, py, pz, species); atom >= 0; atom = partner(px, py, pz, species)) {
      into[count++] = atom;
    }
    return count;
  }

  private int low(double x, int axis) {
    return (int) Math.floor((x - reach[axis]) * boxes[axis]);
  }

  private int high(double x, int axis, int low) {
    int high = (int) Math.floor((x + reach[axis]) * boxes[axis]);
    return Math.min(high, low + boxes[axis] - 1);
  }

  private int wrap(int box, int axis) {
    int n = boxes[axis];
    if (box >= 0 && box < n) {
      return box;
    }
    return Math.floorMod(box, n);
  }

  private double squaredDistance(int slot, double x, double y, double z) {
    double u = position[3 * slot] - x;
    double v = position[3 * slot + 1] - y;
    double w = position[3 * slot + 2] - z;
    u -= Math.rint(u);
    v -= Math.rint(v);
    w -= Math.rint(w);
    double dx = u * rows[0] + v * rows[3] + w * rows[6];
    double dy = u * rows[1] + v * rows[4] + w * rows[7];
    double dz = u * rows[2] + v * rows[5] + w * rows[8];
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * Squares of the distances (square angstrom) from a point to all atoms and their images closer
   * than a radius, the point itself left out.
   *
   * @return how many there are; the first {@code into.length} of them are written
   */
  int neighbours(double x, double y, double z, double radius, double[] into) {
    int[] from = new int[3];
    int[] to = new int[3];
    double[] point = {x, y, z};
    for (int axis = 0; axis < 3; axis++) {
      double span = radius * reach[axis] / Math.sqrt(symprecSquared);
      from[axis] = (int) Math.floor((point[axis] - span) * boxes[axis]);
      to[axis] = (int) Math.floor((point[axis] + span) * boxes[axis]);
    }
    int count = 0;
    for (int i = from[0]; i <= to[0]; i++) {
      double cellX = Math.floorDiv(i, boxes[0]);
      int plane = wrap(i, 0) * boxes[1];
      for (int j = from[1]; j <= to[1]; j++) {
        double cellY = Math.floorDiv(j, boxes[1]);
        int row = (plane + wrap(j, 1)) * boxes[2];
        for (int k = from[2]; k <= to[2]; k++) {
          double cellZ = Math.floorDiv(k, boxes[2]);
          int box = row + wrap(k, 2);
          int end = boxStart[box + 1];
          budget.spend(end - boxStart[box] + 1);
          for (int slot = boxStart[box]; slot < end; slot++) {
            double u = position[3 * slot] + cellX - x;
            double v = position[3 * slot + 1] + cellY - y;
            double w = position[3 * slot + 2] + cellZ - z;
            double squared = length(u, v, w);
            if (squared < radius * radius && squared > 0) {
              if (count < into.length) {
                into[count] = squared;
              }
              count++;
            }
          }
        }
      }
    }
    return count;
  }

  private double length(double u, double v, double w) {
    double dx = u * rows[0] + v * rows[3] + w * rows[6];
    double dy = u * rows[1] + v * rows[4] + w * rows[7];
    double dz = u * rows[2] + v * rows[5] + w * rows[8];
    return dx * dx + dy * dy + dz * dz;
  }
}
