package org.laue.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/**
 * From the pure translations of a cell to its primitive cell. Where they form no group the
 * tolerance is reduced, as Spglib does: by 0.95, up to 20 times, in two nested loops.
 */
final class PrimitiveCellSearch {
  private static final double REDUCE = 0.95;
  private static final int ATTEMPTS = 20;
  private static final int MAX_TRIPLE_VECTORS = 400;

  private final Crystal crystal;
  private final ReducedLattice reduced;
  private final PeriodicAtoms atoms;
  private final PureTranslations translations;
  private final SpglibCompat compat;
  private final double symprec;
  private PrimitiveCell latest;

  /** The number of translations of {@link #latest}; the same number is the same group. */
  private int latestSize;

  PrimitiveCellSearch(Crystal crystal, double symprec, SpglibCompat compat, SearchBudget budget) {
    this.crystal = crystal;
    this.reduced = LatticeReduction.delaunay(crystal.lattice(), symprec);
    this.atoms = reducedAtoms(crystal, reduced);
    this.compat = compat;
    this.symprec = symprec;
    PeriodicGrid grid =
        new PeriodicGrid(atoms.lattice, atoms.fractional, atoms.species, symprec, budget);
    Overlaps.refuse(atoms, grid, symprec);
    this.translations = new PureTranslations(atoms, grid, symprec, compat);
  }

  private static PeriodicAtoms reducedAtoms(Crystal crystal, ReducedLattice reduced) {
    double[] fractional = reduced.lattice().toFractional(crystal.cartesian());
    return new PeriodicAtoms(reduced.lattice(), crystal.atomicNumbers(), fractional);
  }

  /** The primitive cell at the first tolerance from this one downwards that gives one. */
  Optional<PrimitiveCell> at(double tolerance) {
    double tried = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PrimitiveCell cell = attempt(tried);
      if (cell != null) {
        return Optional.of(cell);
      }
      tried *= REDUCE;
    }
    return Optional.empty();
  }

  private PrimitiveCell attempt(double tolerance) {
    double inner = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PureTranslations.Found found = translations.at(inner);
      if (latest != null && latestSize == found.size()) {
        latest = latest.at(tolerance);
        return latest;
      }
      double[] basis = basis(found);
      if (basis != null) {
        return atoms.count() % found.size() == 0 ? cell(found, basis, tolerance) : null;
      }
      if (compat == SpglibCompat.V2 && attempt > 0) {
        return null;
      }
      inner *= REDUCE;
    }
    return null;
  }

  /** Rows of the lattice spanned by what was found, or null if that has not as many points. */
  private double[] basis(PureTranslations.Found found) {
    long denominator = 1;
    for (int g = 0; g < found.generators.size(); g++) {
      int order = found.order(g);
      if (order == 0) {
        return null;
      }
      denominator = leastCommonMultiple(denominator, order);
      if (denominator > 1_000_000) {
        return null;
      }
    }
    TranslationLattice lattice = new TranslationLattice(denominator);
    List<long[]> vectors = new ArrayList<>();
    for (int g = 0; g < found.generators.size(); g++) {
      long[] vector = found.exact(g, denominator);
      lattice.add(vector);
      vectors.add(vector);
    }
    if (lattice.index() == found.size()) {
      return lattice.basis();
    }
    return compat == SpglibCompat.V2 ? null : triple(vectors, denominator, found.size());
  }

  /**
   * Without closure the translations found may be too few to form a group; Spglib 1.9.9 then takes
   * the first three that span a lattice of as many points as translations were found.
   */
  private static double[] triple(List<long[]> found, long denominator, int size) {
    if (found.size() > MAX_TRIPLE_VECTORS) {
      return null;
    }
    List<long[]> vectors = new ArrayList<>(found);
    for (int axis = 0; axis < 3; axis++) {
      long[] unit = new long[3];
      unit[axis] = denominator;
      vectors.add(unit);
    }
    double cube = (double) denominator * denominator * denominator;
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = i + 1; j < vectors.size(); j++) {
        for (int k = j + 1; k < vectors.size(); k++) {
          double volume = Math.abs(volume(vectors.get(i), vectors.get(j), vectors.get(k)));
          if (volume > 0 && Math.round(cube / volume) == size) {
            return spanned(vectors, new int[] {i, j, k}, denominator, size);
          }
        }
      }
    }
    return null;
  }

  private static double[] spanned(List<long[]> vectors, int[] chosen, long denominator, int size) {
    TranslationLattice lattice = new TranslationLattice(denominator);
    for (int i : chosen) {
      lattice.add(vectors.get(i));
    }
    return lattice.index() == size ? lattice.basis() : null;
  }

  private static double volume(long[] p, long[] q, long[] r) {
    return p[0] * (double) (q[1] * r[2] - q[2] * r[1])
        - p[1] * (double) (q[0] * r[2] - q[2] * r[0])
        + p[2] * (double) (q[0] * r[1] - q[1] * r[0]);
  }

  private PrimitiveCell cell(PureTranslations.Found found, double[] rows, double tolerance) {
    Lattice spanned = atoms.lattice.transformed(rows);
    ReducedLattice primitive = LatticeReduction.delaunay(spanned, symprec);
    double[] basis = multiply(Rows.ofIntegers(primitive.basis()), rows);
    Lattice lattice = atoms.lattice.transformed(basis);
    double[] positions = lattice.toFractional(atoms.lattice.toCartesian(atoms.fractional));
    int[] orbit = found.size() == 1 ? null : TranslationOrbits.of(positions, found, lattice, atoms);
    if (found.size() > 1 && orbit == null) {
      return null;
    }
    int[] map = orbit == null ? identity(atoms.count()) : orbit;
    Crystal cell = averaged(lattice, positions, map, atoms.count() / found.size());
    double[] fromInput = multiply(basis, Rows.ofIntegers(reduced.basis()));
    latest = new PrimitiveCell(cell, fromInput, map, tolerance);
    latestSize = found.size();
    return latest;
  }

  /** Each atom of the primitive cell lies at the mean of its copies. */
  private Crystal averaged(Lattice lattice, double[] positions, int[] map, int count) {
    int[] first = new int[count];
    Arrays.fill(first, -1);
    double[] sum = new double[3 * count];
    int[] copies = new int[count];
    for (int atom = 0; atom < map.length; atom++) {
      int cellAtom = map[atom];
      if (first[cellAtom] < 0) {
        first[cellAtom] = atom;
      }
      for (int axis = 0; axis < 3; axis++) {
        double d = positions[3 * atom + axis] - positions[3 * first[cellAtom] + axis];
        sum[3 * cellAtom + axis] += d - Math.rint(d);
      }
      copies[cellAtom]++;
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = crystal.atomicNumber(first[i]);
      for (int axis = 0; axis < 3; axis++) {
        sum[3 * i + axis] =
            PeriodicAtoms.wrap(positions[3 * first[i] + axis] + sum[3 * i + axis] / copies[i]);
      }
    }
    return Crystal.of(lattice, numbers, sum);
  }

  private static int[] identity(int n) {
    int[] map = new int[n];
    for (int i = 0; i < n; i++) {
      map[i] = i;
    }
    return map;
  }

  private static long leastCommonMultiple(long p, long q) {
    long a = p;
    long b = q;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return p / a * q;
  }

  private static double[] multiply(double[] p, double[] q) {
    double[] product = new double[9];
    for (int i = 0; i < 9; i += 3) {
      for (int j = 0; j < 3; j++) {
        product[i + j] = p[i] * q[j] + p[i + 1] * q[3 + j] + p[i + 2] * q[6 + j];
      }
    }
    return product;
  }
}
