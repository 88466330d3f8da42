package org.laue.symmetry;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.laue.Kernel;
import org.laue.structure.Crystal;
import org.laue.symmetry.cell.SymmetrySearch;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.ReducedAtoms;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * The space-group numbers of one crystal at several tolerances and by several rules: the same
 * answers as {@link SymmetryFinder#spaceGroupNumber}, with less work, since atoms and their
 * neighbourhoods are looked at once. Not thread-safe.
 */
public final class SpaceGroupNumbers {
  private final Crystal crystal;
  private ReducedAtoms atoms;

  /** Answers of searches that met no pure translation: then the rules do not differ. */
  private final Map<Tolerance, OptionalInt> ofEveryRule = new HashMap<>();

  public SpaceGroupNumbers(Crystal crystal) {
    this.crystal = crystal;
  }

  /**
   * The number, 1 to 230.
   *
   * @return empty where Spglib would answer none
   */
  public OptionalInt at(Tolerance tolerance, SpglibCompat compat) {
    OptionalInt known = ofEveryRule.get(tolerance);
    return known == null ? Kernel.SYMMETRY.time(() -> search(tolerance, compat)) : known;
  }

  private OptionalInt search(Tolerance tolerance, SpglibCompat compat) {
    try {
      atoms = ReducedAtoms.of(crystal, tolerance.symprec(), atoms);
      SymmetrySearch search = new SymmetrySearch(crystal, atoms, tolerance, compat);
      OptionalInt number =
          search
              .run()
              .map(result -> OptionalInt.of(result.match().setting().number()))
              .orElse(OptionalInt.empty());
      if (!search.metTranslations()) {
        ofEveryRule.put(tolerance, number);
      }
      return number;
    } catch (SymmetryException none) {
      return OptionalInt.empty();
    }
  }
}
