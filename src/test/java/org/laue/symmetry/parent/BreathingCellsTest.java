package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.Prototype;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/**
 * Small cells at constant pressure, whose edges differ by a percent or two, with a point defect.
 */
class BreathingCellsTest {
  private static final int SEEDS = 20;

  @ParameterizedTest
  @CsvSource({"diamond, 1, 0", "diamond, 0, 1", "bcc, 0, 0", "bcc, 1, 0", "fcc, 1, 0"})
  void aPointDefectInABreathingCellHidesNeitherLatticeNorGroup(
      String name, int vacancies, int interstitials) {
    Prototype prototype = prototype(name);
    int repeats = prototype.spaceGroup() == 229 ? 3 : 2;
    Crystal whole =
        SymmetryFinder.symmetry(prototype.primitive(), Tolerance.of(0.01))
            .standardCell(false)
            .supercell(repeats, repeats, repeats);
    int right = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Crystal given = new SpringCrystal(whole, 0.15, vacancies, interstitials, seed).snapshot();
      Optional<ParentLattice> parent = ParentLattice.find(given);
      int group = parent.map(found -> found.symmetry(0.1).number()).orElse(0);
      right += group == prototype.spaceGroup() ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(19);
  }

  private static Prototype prototype(String name) {
    return switch (name) {
      case "diamond" -> Prototype.diamond("Si", 14, 5.43);
      case "bcc" -> Prototype.bcc("Mo", 42, 3.15);
      default -> Prototype.fcc("Cu", 29, 3.61);
    };
  }
}
