package org.laue.structure;

import java.util.Optional;

/** Atoms sorted into the bins of their cell, or of their bounding box where there is no lattice. */
final class BinGrid {
  private final int[] bins = new int[3];
  private final int[] span = new int[3];
  private final boolean periodic;
  private final double[] rows;

  /** Position in bin order of the first atom of each bin; one more entry than bins. */
  private final int[] start;

  /** Atom at each position in bin order. */
  private final int[] order;

  /** Cartesian positions in bin order, wrapped into the cell, [3 N]. */
  private final double[] wrapped;

  /** Where an atom stands in bin order. */
  private final int[] rank;

  private final int[] binOfAtom;

  private BinGrid(Lattice cell, boolean periodic, double[] fractional, double reach, int perAtom) {
    this.periodic = periodic;
    this.rows = cell.rows();
    int count = fractional.length / 3;
    chooseBins(cell.heights(), reach, (long) perAtom * count + 64);
    this.binOfAtom = new int[count];
    double[] inside = new double[fractional.length];
    for (int atom = 0; atom < count; atom++) {
      int bin = 0;
      for (int axis = 0; axis < 3; axis++) {
        double f = fractional[3 * atom + axis];
        double g = periodic ? f - Math.floor(f) : f;
        inside[3 * atom + axis] = g;
        bin = bin * bins[axis] + clamp((int) (g * bins[axis]), bins[axis]);
      }
      binOfAtom[atom] = bin;
    }
    this.start = new int[bins[0] * bins[1] * bins[2] + 1];
    this.order = new int[count];
    this.rank = new int[count];
    this.wrapped = new double[fractional.length];
    sort(cell.toCartesian(inside));
  }

  static BinGrid of(Atoms atoms, double reach, int binsPerAtom) {
    if (atoms instanceof Crystal crystal) {
      return new BinGrid(crystal.lattice(), true, crystal.fractional(), reach, binsPerAtom);
    }
    double[] cartesian = atoms.cartesian();
    Optional<Lattice> lattice = atoms.periodicLattice();
    if (lattice.isPresent()) {
      double[] fractional = lattice.get().toFractional(cartesian);
      return new BinGrid(lattice.get(), true, fractional, reach, binsPerAtom);
    }
    Lattice box = boundingBox(cartesian);
    double[] corner = corner(cartesian, -1);
    for (int i = 0; i < cartesian.length; i++) {
      cartesian[i] -= corner[i % 3];
    }
    return new BinGrid(box, false, box.toFractional(cartesian), reach, binsPerAtom);
  }

  /** The smallest upright box around the atoms, at least 1 angstrom wide in each direction. */
  static Lattice boundingBox(double[] cartesian) {
    double[] low = corner(cartesian, -1);
    double[] high = corner(cartesian, 1);
    double[] rows = new double[9];
    for (int axis = 0; axis < 3; axis++) {
      rows[4 * axis] = Math.max(1, high[axis] - low[axis]);
    }
    return Lattice.ofRows(rows);
  }

  private static double[] corner(double[] cartesian, int side) {
    double[] corner = {cartesian[0], cartesian[1], cartesian[2]};
    for (int i = 3; i < cartesian.length; i++) {
      double here = cartesian[i];
      corner[i % 3] = side < 0 ? Math.min(corner[i % 3], here) : Math.max(corner[i % 3], here);
    }
    return corner;
  }

  private void chooseBins(double[] heights, double reach, long most) {
    double shrink = 1;
    do {
      for (int axis = 0; axis < 3; axis++) {
        bins[axis] = (int) Math.max(1, Math.min(1 << 20, heights[axis] / (reach * shrink)));
        span[axis] = (int) Math.ceil(reach * bins[axis] / heights[axis]);
      }
      shrink *= 1.25;
    } while ((long) bins[0] * bins[1] * bins[2] > most);
  }

  private void sort(double[] cartesian) {
    for (int bin : binOfAtom) {
      start[bin + 1]++;
    }
    for (int bin = 1; bin < start.length; bin++) {
      start[bin] += start[bin - 1];
    }
    int[] next = start.clone();
    for (int atom = 0; atom < order.length; atom++) {
      int place = next[binOfAtom[atom]]++;
      order[place] = atom;
      rank[atom] = place;
      System.arraycopy(cartesian, 3 * atom, wrapped, 3 * place, 3);
    }
  }

  private static int clamp(int bin, int count) {
    return Math.max(0, Math.min(count - 1, bin));
  }

  double nearest(int atom, double reach) {
    Nearest search = new Nearest(reach * reach);
    scan(atom, search);
    return search.found ? Math.sqrt(search.best) : Double.POSITIVE_INFINITY;
  }

  void visit(int atom, double reach, Neighbours.Visitor visitor) {
    scan(atom, new Within(reach * reach, visitor));
  }

  /** Sees candidates; vectors in angstrom from the atom. */
  private abstract static class Candidates {
    abstract void see(int atom, double dx, double dy, double dz);
  }

  private static final class Nearest extends Candidates {
    private double best;
    private boolean found;

    Nearest(double reachSquared) {
      this.best = reachSquared;
    }

    @Override
    void see(int atom, double dx, double dy, double dz) {
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared < best) {
        best = squared;
        found = true;
      }
    }
  }

  private static final class Within extends Candidates {
    private final double reachSquared;
    private final Neighbours.Visitor visitor;

    Within(double reachSquared, Neighbours.Visitor visitor) {
      this.reachSquared = reachSquared;
      this.visitor = visitor;
    }

    @Override
    void see(int atom, double dx, double dy, double dz) {
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared < reachSquared) {
        visitor.accept(atom, dx, dy, dz, Math.sqrt(squared));
      }
    }
  }

  private void scan(int atom, Candidates candidates) {
    int bin = binOfAtom[atom];
    int k = bin % bins[2];
    int j = bin / bins[2] % bins[1];
    int i = bin / bins[2] / bins[1];
    for (int a = low(i, 0); a <= high(i, 0); a++) {
      int u = image(a, bins[0]);
      for (int b = low(j, 1); b <= high(j, 1); b++) {
        int v = image(b, bins[1]);
        int row = ((a - u * bins[0]) * bins[1] + b - v * bins[1]) * bins[2];
        for (int c = low(k, 2); c <= high(k, 2); c++) {
          int w = image(c, bins[2]);
          int other = row + c - w * bins[2];
          if (start[other] < start[other + 1]) {
            scanBin(rank[atom], other, u, v, w, candidates);
          }
        }
      }
    }
  }

  /**
   * {@code floorDiv(bin, count)}, without a division where the bin is in the cell or next to it.
   */
  private static int image(int bin, int count) {
    if (bin >= 0) {
      return bin < count ? 0 : bin < 2 * count ? 1 : bin / count;
    }
    return bin >= -count ? -1 : Math.floorDiv(bin, count);
  }

  private int low(int bin, int axis) {
    return periodic ? bin - span[axis] : Math.max(0, bin - span[axis]);
  }

  private int high(int bin, int axis) {
    return periodic ? bin + span[axis] : Math.min(bins[axis] - 1, bin + span[axis]);
  }

  private void scanBin(int own, int bin, int u, int v, int w, Candidates candidates) {
    int self = u == 0 && v == 0 && w == 0 ? own : -1;
    double x = u * rows[0] + v * rows[3] + w * rows[6] - wrapped[3 * own];
    double y = u * rows[1] + v * rows[4] + w * rows[7] - wrapped[3 * own + 1];
    double z = u * rows[2] + v * rows[5] + w * rows[8] - wrapped[3 * own + 2];
    for (int place = start[bin]; place < start[bin + 1]; place++) {
      if (place != self) {
        candidates.see(
            order[place],
            wrapped[3 * place] + x,
            wrapped[3 * place + 1] + y,
            wrapped[3 * place + 2] + z);
      }
    }
  }
}
