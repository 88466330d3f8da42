package org.laue.symmetry.operations;

import java.util.Arrays;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.lattice.LatticeReduction;
import org.laue.symmetry.lattice.ReducedLattice;

/**
 * From the pure translations of a cell to its primitive cell. Where they form no group the
 * tolerance is reduced, as Spglib does: by 0.95, up to 20 times, in two nested loops.
 */
public final class PrimitiveCellSearch {
  private static final double REDUCE = 0.95;
  private static final int ATTEMPTS = 20;

  /**
   * Largest deviation of a translation from a lattice vector, in units of the primitive vectors.
   */
  private static final double FITS = 0.2;

  private final Crystal crystal;
  private final ReducedLattice reduced;
  private final PeriodicAtoms atoms;
  private final Surroundings surroundings;
  private final PureTranslations translations;
  private final SpglibCompat compat;
  private final double symprec;
  private final SearchBudget budget;

  /** Primitive vectors by number of translations, and whether they were looked for. */
  private final double[][] vectors;

  private final boolean[] vectorsTried;

  /** The first set of translations that spanned no lattice; later ones are parts of it. */
  private PrimitiveVectors unspanned;

  /**
   * Cells by number of translations (the same number is the same set, since sets only shrink), null
   * if the atoms did not fit, and whether they were looked for.
   */
  private final PrimitiveCell[] cells;

  private final boolean[] cellTried;

  private boolean metTranslations;

  public PrimitiveCellSearch(
      Crystal crystal,
      ReducedAtoms known,
      double symprec,
      SpglibCompat compat,
      SearchBudget budget) {
    this.crystal = crystal;
    this.reduced = known.reduced();
    this.atoms = known.atoms();
    this.compat = compat;
    this.budget = budget;
    this.vectors = new double[atoms.count() + 1][];
    this.cells = new PrimitiveCell[atoms.count() + 1];
    this.cellTried = new boolean[atoms.count() + 1];
    this.vectorsTried = new boolean[atoms.count() + 1];
    this.symprec = symprec;
    this.surroundings = new Surroundings(known, symprec, budget);
    IndistinctAtoms.refuse(atoms, surroundings.grid(), symprec);
    this.translations = new PureTranslations(surroundings, compat);
  }

  /** The primitive cell at the first tolerance from this one downwards that gives one. */
  public Optional<PrimitiveCell> at(double tolerance) {
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

  /** Whether any set of translations that was found held more than none. */
  public boolean metTranslations() {
    return metTranslations;
  }

  /** The operations of a cell that was found here. */
  public OperationSearch operations(PrimitiveCell cell, Tolerance tolerance) {
    return cell.atomCount() == atoms.count()
        ? new OperationSearch(surroundings, tolerance)
        : new OperationSearch(cell, tolerance, budget);
  }

  private PrimitiveCell attempt(double tolerance) {
    double inner = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PureTranslations.Found found = translations.at(inner);
      metTranslations |= found.size() > 1;
      if (cellTried[found.size()]) {
        PrimitiveCell known = cells[found.size()];
        return known == null ? null : known.at(tolerance);
      }
      if (found.size() == 1) {
        return remember(1, whole(tolerance));
      }
      double[] rows = vectors(found, inner);
      if (rows != null) {
        return remember(found.size(), cell(found, rows, tolerance));
      }
      inner *= REDUCE;
    }
    return null;
  }

  private double[] vectors(PureTranslations.Found found, double tolerance) {
    if (!vectorsTried[found.size()]) {
      vectorsTried[found.size()] = true;
      if (unspanned == null || unspanned.canSpan(found.size())) {
        PrimitiveVectors search =
            new PrimitiveVectors(crystal.fractional(), atoms.origin, found.contains, found.size());
        vectors[found.size()] = search.find(crystal.lattice(), tolerance);
        if (vectors[found.size()] == null && unspanned == null) {
          unspanned = search;
        }
      }
    }
    return vectors[found.size()];
  }

  private PrimitiveCell remember(int size, PrimitiveCell cell) {
    cellTried[size] = true;
    cells[size] = cell;
    return cell;
  }

  /** The given cell is primitive itself. */
  private PrimitiveCell whole(double tolerance) {
    Crystal cell = Crystal.of(atoms.lattice, atoms.species, atoms.fractional);
    return new PrimitiveCell(
        cell, Matrix3.ofIntegers(reduced.basis()), identity(atoms.count()), tolerance);
  }

  /**
   * The cell spanned by rows given in units of the input's vectors, or null if atoms do not fit.
   */
  private PrimitiveCell cell(PureTranslations.Found found, double[] rows, double tolerance) {
    if (atoms.count() % found.size() != 0) {
      return null;
    }
    ReducedLattice primitive =
        LatticeReduction.delaunay(crystal.lattice().transformed(rows), symprec);
    double[] basis = Matrix3.multiply(Matrix3.ofIntegers(primitive.basis()), rows);
    Lattice lattice = crystal.lattice().transformed(basis);
    double[] positions = lattice.toFractional(atoms.lattice.toCartesian(atoms.fractional));
    int[] map = orbits(found, lattice, positions, tolerance);
    if (map == null) {
      return null;
    }
    Crystal cell = averaged(lattice, positions, map, atoms.count() / found.size());
    return new PrimitiveCell(cell, basis, map, tolerance);
  }

  private int[] orbits(
      PureTranslations.Found found, Lattice lattice, double[] positions, double tolerance) {
    if (compat == SpglibCompat.V2 && holds(found, positions)) {
      return TranslationOrbits.of(found.permutations, atoms.count(), found.size());
    }
    return TranslationOrbits.byOverlap(
        lattice, positions, atoms.species, found.size(), tolerance, budget);
  }

  /** Whether the translations found are vectors of the lattice in which the positions are given. */
  private boolean holds(PureTranslations.Found found, double[] positions) {
    for (int atom : found.generators) {
      for (int axis = 0; axis < 3; axis++) {
        double d = positions[3 * atom + axis] - positions[3 * atoms.origin + axis];
        if (Math.abs(d - Math.rint(d)) > FITS) {
          return false;
        }
      }
    }
    return true;
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
}
