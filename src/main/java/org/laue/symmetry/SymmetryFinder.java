package org.laue.symmetry;

import java.util.OptionalInt;
import org.laue.Kernel;
import org.laue.structure.Crystal;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.cell.SymmetrySearch;
import org.laue.symmetry.lattice.SymmetryException;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * Finds the symmetry of a crystal with Spglib's meaning of the tolerances. Method: Togo, Shinohara
 * and Tanaka, arXiv 1808.01590; the search for partners and candidates is built for defective
 * supercells of some hundred atoms. Thread-safe: each call is a search of its own.
 *
 * <p>Where Spglib answers none (atoms of one species closer than symprec, no operations that form a
 * group) the full answer is a {@link SymmetryException} that says why, the number alone is empty.
 */
public final class SymmetryFinder {
  private SymmetryFinder() {}

  /** Everything that is known of the crystal's symmetry, in the manner of Spglib 2. */
  public static SymmetryDataset symmetry(Crystal crystal, Tolerance tolerance) {
    return symmetry(crystal, tolerance, SpglibCompat.V2);
  }

  /**
   * Everything that is known of the crystal's symmetry.
   *
   * @throws SymmetryException if atoms overlap, no operations form a group, or the search would
   *     exceed its budget
   */
  public static SymmetryDataset symmetry(
      Crystal crystal, Tolerance tolerance, SpglibCompat compat) {
    return Kernel.SYMMETRY
        .time(() -> new SymmetrySearch(crystal, tolerance, compat).run())
        .map(result -> new SymmetryDataset(crystal, result.canonical()))
        .orElseThrow(
            () ->
                new SymmetryException(
                    "No space group was found for "
                        + crystal.formula()
                        + " ("
                        + crystal.atomCount()
                        + " atoms) at symprec "
                        + tolerance.symprec()
                        + " A; try another symprec"));
  }

  /**
   * The space-group number alone, 1 to 230: much cheaper than {@link #symmetry}.
   *
   * @return empty where Spglib would answer none
   */
  public static OptionalInt spaceGroupNumber(
      Crystal crystal, Tolerance tolerance, SpglibCompat compat) {
    return new SpaceGroupNumbers(crystal).at(tolerance, compat);
  }
}
