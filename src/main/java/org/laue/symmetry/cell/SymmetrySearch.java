package org.laue.symmetry.cell;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.laue.structure.Crystal;
import org.laue.structure.SymmetryOperation;
import org.laue.symmetry.groups.SpaceGroupMatch;
import org.laue.symmetry.lattice.RotationGroup;
import org.laue.symmetry.operations.OperationSearch;
import org.laue.symmetry.operations.PrimitiveCell;
import org.laue.symmetry.operations.PrimitiveCellSearch;
import org.laue.symmetry.operations.ReducedAtoms;
import org.laue.symmetry.operations.SearchBudget;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * The whole search with Spglib's reduction of the tolerances: an outer loop by 0.9 (up to 10
 * times), in it one by 0.95 (20) that begins again at the primitive cell, in it one by 0.95 (20)
 * that sieves the operations of that cell, until they form a space group. Compared with Spglib
 * 2.0.2 on noisy cells, a rotation with two translations sends the search back to the primitive
 * cell at once, without sieving.
 */
public final class SymmetrySearch {
  private static final double REDUCE_OUTER = 0.9;
  private static final double REDUCE = 0.95;
  private static final int OUTER_ATTEMPTS = 10;
  private static final int ATTEMPTS = 20;

  /**
   * What was found.
   *
   * @param tolerance at which the operations formed the group
   */
  public record Result(
      PrimitiveCell cell,
      List<SymmetryOperation> operations,
      SpaceGroupMatch match,
      Tolerance tolerance) {

    /** The same with the axes and origin that do not depend on those of the input. */
    public Result canonical() {
      SpaceGroupMatch choice = CanonicalChoice.of(match, cell.crystal(), tolerance.symprec());
      return new Result(cell, operations, choice, tolerance);
    }
  }

  private final Tolerance tolerance;
  private final PrimitiveCellSearch cells;
  private final IdentityHashMap<Crystal, OperationSearch> searches = new IdentityHashMap<>();
  private OperationSearch search;
  private List<OperationSearch.Found> failed;

  public SymmetrySearch(Crystal crystal, Tolerance tolerance, SpglibCompat compat) {
    this(crystal, ReducedAtoms.of(crystal, tolerance.symprec(), null), tolerance, compat);
  }

  /**
   * @param atoms of the crystal in the cell that is reduced at the same tolerance
   */
  public SymmetrySearch(
      Crystal crystal, ReducedAtoms atoms, Tolerance tolerance, SpglibCompat compat) {
    this.tolerance = tolerance;
    this.cells =
        new PrimitiveCellSearch(crystal, atoms, tolerance.symprec(), compat, new SearchBudget());
  }

  /** Whether a pure translation other than none passed at any tolerance that was tried. */
  public boolean metTranslations() {
    return cells.metTranslations();
  }

  /** Empty where no set of operations formed a group. */
  public Optional<Result> run() {
    double outer = tolerance.symprec();
    for (int i = 0; i < OUTER_ATTEMPTS; i++) {
      double symprec = outer;
      for (int j = 0; j < ATTEMPTS; j++) {
        Optional<Result> result = attempt(symprec);
        if (result.isPresent()) {
          return result;
        }
        symprec *= REDUCE;
      }
      outer *= REDUCE_OUTER;
    }
    return Optional.empty();
  }

  private Optional<Result> attempt(double symprec) {
    Optional<PrimitiveCell> cell = cells.at(symprec);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    double reduced = cell.get().symprec();
    double angle = tolerance.angleTolerance();
    prepare(cell.get(), new Tolerance(reduced, angle));
    if (search.isAmbiguous(new Tolerance(reduced, angle))) {
      return Optional.empty();
    }
    for (int i = 0; i <= ATTEMPTS; i++) {
      Tolerance tried = new Tolerance(reduced, angle);
      Optional<Result> result = identify(cell.get(), tried);
      if (result.isPresent()) {
        return result;
      }
      reduced *= REDUCE;
      angle *= tolerance.comparesAngles() ? REDUCE : 1;
    }
    return Optional.empty();
  }

  /** Searches the operations of a cell once, at the first and largest tolerance it is met with. */
  private void prepare(PrimitiveCell cell, Tolerance first) {
    search = searches.computeIfAbsent(cell.crystal(), key -> cells.operations(cell, first));
    failed = null;
  }

  private Optional<Result> identify(PrimitiveCell cell, Tolerance tried) {
    List<OperationSearch.Found> found = search.at(tried);
    if (found.isEmpty() || (failed != null && OperationSearch.same(found, failed))) {
      return Optional.empty();
    }
    List<SymmetryOperation> operations = new ArrayList<>(found.size());
    List<int[]> rotations = new ArrayList<>(found.size());
    for (OperationSearch.Found one : found) {
      operations.add(one.operation());
      rotations.add(one.rotation());
    }
    Optional<SpaceGroupMatch> match =
        RotationGroup.holds(rotations)
            ? SpaceGroupMatch.find(cell.crystal().lattice(), operations, tried.symprec())
            : Optional.empty();
    if (match.isEmpty()) {
      failed = found;
    }
    return match.map(m -> new Result(cell, operations, m, tried));
  }
}
