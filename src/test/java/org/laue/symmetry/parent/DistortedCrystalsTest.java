package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/**
 * A group that the sites have nearly, and errors do not explain, is not that of the crystal. Shifts
 * of 0.02 angstrom are at the limit of what 450 atoms with displacements of 0.05 tell.
 */
class DistortedCrystalsTest {
  /** Cells of a block have at least so many atoms together. */
  private static final double ATOMS = 450;

  @Test
  void smallShiftsThatTheRicherGroupForbidsAreSeen() {
    int crystals = 0;
    int right = 0;
    for (int group = 20; group <= 230; group += 5) {
      Optional<Crystal> cell = DistortedCrystals.nearly(group, 0.02, 9000 + group);
      if (cell.isPresent()) {
        crystals++;
        right += isRight(cell.get(), group) ? 1 : 0;
      }
    }
    assertThat(crystals).isGreaterThan(20);
    assertThat(right / (double) crystals).isGreaterThan(0.5);
  }

  private static boolean isRight(Crystal cell, long seed) {
    int truth = SymmetryFinder.symmetry(cell, Tolerance.of(0.002)).number();
    int edge = (int) Math.ceil(Math.cbrt(ATOMS / cell.atomCount()));
    Breaker breaker = new Breaker(seed);
    Crystal moved = breaker.displacements(breaker.disguise(cell.supercell(edge, edge, edge)), 0.05);
    Optional<ParentLattice> parent = ParentLattice.find(breaker.vacancies(moved, 0.2));
    return parent.filter(p -> p.symmetry(0.1).number() == truth).isPresent();
  }
}
