package org.laue.symmetry.operations;

import org.laue.structure.BinGrid;
import org.laue.structure.Lattice;

/**
 * Finds the atom at a point of a periodic cell in constant time: the cell is cut into boxes of
 * about one atom each, and only the boxes within symprec of the point are looked into. Distances
 * are minimum-image as Spglib takes them: each fractional difference is brought into [-1/2, 1/2].
 *
 * <p>Not thread-safe; one search has its own.
 */
public final class PeriodicGrid {
  /**
   * How far the boxes are shifted, in boxes: without it the atoms of an undisplaced supercell sit
   * on the faces of boxes, and eight boxes would be looked into for each.
   */
  private static final double SHIFT = 0.37;

  /** Of a place, in boxes. */
  private static final double ROUNDING = 1e-9;

  private final double[] rows;
  private final double symprec;
  private final double symprecSquared;
  private final int[] boxes = new int[3];
  private final double[] reach = new double[3];

  /** {@link #SHIFT} as a fraction of the cell, and the reach in boxes. */
  private final double[] shift = new double[3];

  private final double[] reachInBoxes = new double[3];

  private final BinGrid grid;

  /** Species and wrapped fractional position in the order of the grid's slots. */
  private final int[] speciesOf;

  private final double[] position;

  /** The same, less 1 where the shift took the atom across the cell's face. */
  private final double[] framed;

  private final int[] slotOf;

  /** Mapping in which an atom was last used as a partner. */
  private final int[] usedIn;

  private final SearchBudget budget;

  /**
   * Whether no two atoms are closer than twice symprec: then a partner that was found is the only
   * one. Null until it is asked for.
   */
  private Boolean sparse;

  private int mapping;
  private double squaredDistance;

  /** What the search that runs is for, and the slot that is best so far. */
  private int species;

  private int found;

  /**
   * @param fractional [3 N], each in [0, 1)
   * @param species one number per atom
   * @param symprec the radius of every later search, angstrom
   */
  public PeriodicGrid(
      Lattice lattice, double[] fractional, int[] species, double symprec, SearchBudget budget) {
    this.rows = lattice.rows();
    this.symprec = symprec;
    this.symprecSquared = symprec * symprec;
    this.budget = budget;
    double[] heights = lattice.heights();
    double edge = Math.cbrt(lattice.volume() / species.length);
    for (int i = 0; i < 3; i++) {
      boxes[i] = (int) Math.max(1, Math.min(species.length, heights[i] / edge));
      reach[i] = symprec / heights[i] * (1 + 1e-9) + 1e-14;
      shift[i] = SHIFT / boxes[i];
      reachInBoxes[i] = reach[i] * boxes[i] + ROUNDING;
    }
    grid = new BinGrid(boxes, species.length, (atom, place) -> place(fractional, atom, place));
    position = grid.sorted(fractional);
    framed = position.clone();
    for (int i = 0; i < framed.length; i++) {
      framed[i] -= framed[i] + shift[i % 3] < 1 ? 0 : 1;
    }
    speciesOf = new int[species.length];
    slotOf = new int[species.length];
    for (int slot = 0; slot < species.length; slot++) {
      speciesOf[slot] = species[grid.point(slot)];
      slotOf[grid.point(slot)] = slot;
    }
    usedIn = new int[species.length];
  }

  private void place(double[] fractional, int atom, double[] place) {
    for (int axis = 0; axis < 3; axis++) {
      double shifted = fractional[3 * atom + axis] + shift[axis];
      place[axis] = shifted < 1 ? shifted : shifted - 1;
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
    return partner(px, py, pz, species, -1);
  }

  /**
   * The same.
   *
   * @param expected the atom that is likely the one, or -1
   */
  int partner(double px, double py, double pz, int species, int expected) {
    double x = px - Math.floor(px);
    double y = py - Math.floor(py);
    double z = pz - Math.floor(pz);
    this.species = species;
    found = -1;
    squaredDistance = symprecSquared;
    if (expected < 0 || !isSparse() || !isIt(slotOf[expected], x, y, z)) {
      search(x, y, z);
    }
    if (found < 0) {
      return -1;
    }
    usedIn[found] = mapping;
    return grid.point(found);
  }

  private void search(double x, double y, double z) {
    int i = only(x, 0);
    int j = only(y, 1);
    int k = only(z, 2);
    if (i >= 0 && j >= 0 && k >= 0) {
      budget.spend(look((i * boxes[1] + j) * boxes[2] + k, x, y, z));
    } else {
      budget.spend(lookAround(x, y, z));
    }
  }

  /** The box of a coordinate if all within reach of it is in this one, else -1. */
  private int only(double x, int axis) {
    double place = (x + shift[axis]) * boxes[axis];
    int box = (int) place;
    double in = place - box;
    if (in < reachInBoxes[axis] || in > 1 - reachInBoxes[axis]) {
      return -1;
    }
    return box < boxes[axis] ? box : box - boxes[axis];
  }

  /** Looks into all boxes within reach; returns at how many atoms and boxes it looked. */
  private int lookAround(double x, double y, double z) {
    int i0 = low(x, 0);
    int i1 = high(x, 0, i0);
    int j0 = low(y, 1);
    int j1 = high(y, 1, j0);
    int k0 = low(z, 2);
    int k1 = high(z, 2, k0);
    int looks = 0;
    for (int i = i0; i <= i1; i++) {
      int plane = wrap(i, 0) * boxes[1];
      for (int j = j0; j <= j1; j++) {
        int row = (plane + wrap(j, 1)) * boxes[2];
        for (int k = k0; k <= k1; k++) {
          looks += look(row + wrap(k, 2), x, y, z);
          if (found >= 0 && isSparse()) {
            return looks;
          }
        }
      }
    }
    return looks;
  }

  /** Looks for the nearest atom in one box; returns how many atoms it saw, and one for the box. */
  private int look(int box, double x, double y, double z) {
    int start = grid.start(box);
    int end = grid.start(box + 1);
    for (int slot = start; slot < end; slot++) {
      isIt(slot, x, y, z);
    }
    return end - start + 1;
  }

  /** Whether the atom at a slot is a nearer partner than was found before; it is the best then. */
  private boolean isIt(int slot, double x, double y, double z) {
    double squared = squaredDistance(slot, x, y, z);
    if (squared < squaredDistance && speciesOf[slot] == species && usedIn[slot] != mapping) {
      squaredDistance = squared;
      found = slot;
      return true;
    }
    return false;
  }

  private boolean isSparse() {
    if (sparse == null) {
      sparse = true;
      double[] none = {};
      for (int slot = 0; slot < speciesOf.length && sparse; slot++) {
        sparse =
            neighbours(
                    position[3 * slot],
                    position[3 * slot + 1],
                    position[3 * slot + 2],
                    2 * symprec * (1 + ROUNDING),
                    none)
                == 0;
      }
    }
    return sparse;
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
    return (int) Math.floor((x + shift[axis] - reach[axis]) * boxes[axis]);
  }

  private int high(double x, int axis, int low) {
    int high = (int) Math.floor((x + shift[axis] + reach[axis]) * boxes[axis]);
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
    return squaredLength(u, v, w);
  }

  /**
   * Squares of the distances (square angstrom) from a point to all atoms and their images closer
   * than a radius, the point itself left out.
   *
   * @return how many there are; the first {@code into.length} of them are written
   */
  int neighbours(double x, double y, double z, double radius, double[] into) {
    int[] low = new int[3];
    int[] high = new int[3];
    double[] point = {x, y, z};
    for (int axis = 0; axis < 3; axis++) {
      double span = radius * reach[axis] / symprec;
      double place = point[axis] + shift[axis];
      low[axis] = (int) Math.floor((place - span) * boxes[axis]);
      high[axis] = (int) Math.floor((place + span) * boxes[axis]);
    }
    Around around = new Around(point, radius * radius, into);
    grid.visit(low, high, around);
    return around.count;
  }

  /** Writes the squares of distances from a point, and counts them. */
  private final class Around implements BinGrid.Visitor {
    private final double x;
    private final double y;
    private final double z;
    private final double limit;
    private final double[] into;
    private int count;

    Around(double[] point, double limit, double[] into) {
      this.x = point[0];
      this.y = point[1];
      this.z = point[2];
      this.limit = limit;
      this.into = into;
    }

    @Override
    public void see(int first, int end, int u, int v, int w) {
      budget.spend(end - first + 1);
      for (int slot = first; slot < end; slot++) {
        double squared =
            squaredLength(
                framed[3 * slot] + u - x,
                framed[3 * slot + 1] + v - y,
                framed[3 * slot + 2] + w - z);
        if (squared < limit && squared > 0) {
          if (count < into.length) {
            into[count] = squared;
          }
          count++;
        }
      }
    }
  }

  private double squaredLength(double u, double v, double w) {
    double dx = u * rows[0] + v * rows[3] + w * rows[6];
    double dy = u * rows[1] + v * rows[4] + w * rows[7];
    double dz = u * rows[2] + v * rows[5] + w * rows[8];
    return dx * dx + dy * dy + dz * dz;
  }
}
