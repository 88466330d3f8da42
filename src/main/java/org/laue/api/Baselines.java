package org.laue.api;

import java.util.OptionalInt;
import org.laue.structure.Atoms;
import org.laue.structure.Crystal;
import org.laue.symmetry.SpaceGroupNumbers;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * Space groups of the atoms as given at the three settings of Ziletti et al. 2018, Supplementary
 * Note 1: what a symmetry program says. Empty where it finds none, and without a lattice.
 */
public record Baselines(OptionalInt tight, OptionalInt medium, OptionalInt loose) {

  static Baselines of(Atoms atoms) {
    if (!(atoms instanceof Crystal crystal)) {
      return new Baselines(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
    SpaceGroupNumbers numbers = new SpaceGroupNumbers(crystal);
    return new Baselines(
        numbers.at(Tolerance.TIGHT, SpglibCompat.V2),
        numbers.at(Tolerance.MEDIUM, SpglibCompat.V2),
        numbers.at(Tolerance.LOOSE, SpglibCompat.V2));
  }
}
