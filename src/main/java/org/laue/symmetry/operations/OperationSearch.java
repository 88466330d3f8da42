package org.laue.symmetry.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.structure.SymmetryOperation;

/**
 * Finds the operations of a primitive cell: for each rotation of its lattice the translations that
 * map all atoms within symprec. Candidates bring the first atom of the least frequent species on an
 * atom of its species. What each operation missed by is kept, so that a smaller tolerance is only a
 * sieve.
 */
public final class OperationSearch {
  /** An operation, and the square of its largest miss in square angstrom. */
  public record Found(SymmetryOperation operation, int[] rotation, double squaredMiss) {}

  private final PeriodicAtoms atoms;
  private final LatticeSymmetry symmetry;
  private final double symprec;
  private final PeriodicGrid grid;
  private final AtomMapping mapping;
  private final Tolerance tolerance;
  private final Permutations permutations;
  private final List<Found> translations;
  private List<Found> all;
  private double searched;
  private Environments environments;
  private int[] unstrained;

  /** The rotation for which an atom was last taken as a candidate. */
  private final int[] triedFor;

  private final int[] hits;
  private int rotationNumber;

  OperationSearch(PrimitiveCell cell, Tolerance tolerance, SearchBudget budget) {
    this(surroundings(cell, tolerance.symprec(), budget), tolerance);
  }

  /** Searches a cell whose atoms and neighbourhoods are known already. */
  OperationSearch(Surroundings known, Tolerance tolerance) {
    this.symprec = tolerance.symprec();
    this.atoms = known.atoms();
    this.symmetry = new LatticeSymmetry(atoms.lattice);
    this.grid = known.grid();
    this.mapping = new AtomMapping(atoms, grid);
    this.triedFor = new int[atoms.count()];
    this.hits = new int[atoms.count()];
    if (atoms.count() >= Environments.FEW_ATOMS) {
      environments = known.environments();
      mapping.testInOrder(known.order());
      unstrained = environments.lookAlikes(1e-9);
    }
    this.tolerance = tolerance;
    this.permutations = known.permutations();
    this.translations = search(Matrix3.identity());
  }

  /**
   * The operations of every rotation, searched when they are first asked for. Those that pass at
   * larger tolerances alone are left out until one is asked for, because most often tolerances
   * shrink.
   */
  private List<Found> all(double squaredSymprec) {
    if (all == null || squaredSymprec > searched) {
      searched = squaredSymprec;
      mapping.refuseFrom(squaredSymprec);
      all = new ArrayList<>();
      for (int[] rotation : symmetry.rotations(tolerance)) {
        boolean identity = Arrays.equals(rotation, Matrix3.identity());
        all.addAll(identity ? translations : search(rotation));
      }
    }
    return all;
  }

  private static Surroundings surroundings(
      PrimitiveCell cell, double symprec, SearchBudget budget) {
    return new Surroundings(PeriodicAtoms.of(cell.crystal()), symprec, budget);
  }

  /** The operations found that also pass at smaller tolerances. */
  public List<Found> at(Tolerance smaller) {
    double squared = smaller.symprec() * smaller.symprec();
    List<Found> known = all(squared);
    List<Found> passing = new ArrayList<>(known.size());
    int[] accepted = null;
    for (Found found : known) {
      if (found.squaredMiss < squared
          && (found.rotation == accepted || symmetry.accepts(found.rotation, smaller))) {
        accepted = found.rotation;
        passing.add(found);
      }
    }
    return passing;
  }

  /**
   * Whether some rotation passes with two translations: then the cell is not primitive at this
   * tolerance, and the operations will hardly become a group by sieving. Most often the identity is
   * the one, and the other rotations need not be searched.
   */
  public boolean isAmbiguous(Tolerance smaller) {
    double squared = smaller.symprec() * smaller.symprec();
    if (translations.stream().filter(found -> found.squaredMiss < squared).count() > 1) {
      return true;
    }
    List<Found> passing = at(smaller);
    for (int i = 1; i < passing.size(); i++) {
      if (passing.get(i).rotation == passing.get(i - 1).rotation) {
        return true;
      }
    }
    return false;
  }

  private List<Found> search(int[] w) {
    List<Found> found = new ArrayList<>();
    rotationNumber++;
    if (environments == null) {
      searchAll(w, found);
      return found;
    }
    double strain = strain(atoms.lattice, w);
    int[] alike = strain < 1e-9 ? unstrained : environments.lookAlikes(strain);
    if (2 * alike.length > atoms.count()) {
      searchAll(w, found);
    } else {
      searchFromAnchor(w, alike, found);
    }
    return found;
  }

  private void searchAll(int[] w, List<Found> found) {
    for (int atom = 0; atom < atoms.count(); atom++) {
      if (atoms.species[atom] == atoms.species[atoms.origin]) {
        test(w, atom, found);
      }
    }
  }

  /** The anchor must go to one of its look-alikes; that says where the origin atom goes. */
  private void searchFromAnchor(int[] w, int[] alike, List<Found> found) {
    double[] f = atoms.fractional;
    int anchor = environments.anchor();
    double[] arm = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      arm[axis] = rotated(w, atoms.origin, axis) - rotated(w, anchor, axis);
    }
    for (int target : alike) {
      int count =
          grid.collect(
              f[3 * target] + arm[0],
              f[3 * target + 1] + arm[1],
              f[3 * target + 2] + arm[2],
              atoms.species[atoms.origin],
              hits);
      for (int i = 0; i < count; i++) {
        if (triedFor[hits[i]] != rotationNumber) {
          triedFor[hits[i]] = rotationNumber;
          test(w, hits[i], found);
        }
      }
    }
  }

  private void test(int[] w, int atom, List<Found> found) {
    double[] t = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      t[axis] = atoms.fractional[3 * atom + axis] - rotated(w, atoms.origin, axis);
      t[axis] -= Math.rint(t[axis]);
    }
    // Only the translations themselves are searched before they are known.
    int[] expected = translations == null ? permutations.expected(atom) : null;
    double miss = mapping.largestMiss(w, t[0], t[1], t[2], expected);
    if (translations == null && miss != AtomMapping.REFUSED) {
      permutations.passed(atom, mapping.partners());
    }
    if (miss < symprec * symprec) {
      found.add(new Found(new SymmetryOperation(w, t), w, miss));
    }
  }

  private double rotated(int[] w, int atom, int axis) {
    double[] f = atoms.fractional;
    return w[3 * axis] * f[3 * atom]
        + w[3 * axis + 1] * f[3 * atom + 1]
        + w[3 * axis + 2] * f[3 * atom + 2];
  }

  /**
   * Bound of the relative change of a length under W: the norm of R^T R - 1, R in Cartesian axes.
   */
  private static double strain(Lattice lattice, int[] w) {
    double[] rows = lattice.rows();
    double[] inverse = lattice.inverseRows();
    double[] images = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int x = 0; x < 3; x++) {
        for (int j = 0; j < 3; j++) {
          images[3 * i + x] += w[3 * j + i] * rows[3 * j + x];
        }
      }
    }
    double[] r = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int x = 0; x < 3; x++) {
        for (int j = 0; j < 3; j++) {
          r[3 * i + x] += inverse[3 * i + j] * images[3 * j + x];
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double e = (i == j ? -1 : 0);
        for (int k = 0; k < 3; k++) {
          e += r[3 * i + k] * r[3 * j + k];
        }
        sum += e * e;
      }
    }
    return Math.sqrt(sum);
  }

  /** Whether two lists hold the same operations. */
  public static boolean same(List<Found> p, List<Found> q) {
    return p.size() == q.size()
        && Arrays.equals(p.toArray(), q.toArray(), (a, b) -> a == b ? 0 : 1);
  }
}
