package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

class SpaceGroupNumbersTest {
  private static final List<Tolerance> TOLERANCES =
      List.of(Tolerance.TIGHT, Tolerance.MEDIUM, Tolerance.LOOSE);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.005, 0.02, 0.05})
  void oneAfterTheOtherGivesTheAnswersOfSingleSearches(double displacement) {
    for (Crystal crystal : List.of(Samples.fcc(), Samples.diamond(), Samples.hcp())) {
      Crystal noisy = Samples.displaced(crystal.supercell(3, 3, 3), displacement, 5);
      SpaceGroupNumbers numbers = new SpaceGroupNumbers(noisy);
      for (SpglibCompat compat : SpglibCompat.values()) {
        for (Tolerance tolerance : TOLERANCES) {
          assertThat(numbers.at(tolerance, compat))
              .isEqualTo(SymmetryFinder.spaceGroupNumber(noisy, tolerance, compat));
        }
      }
    }
  }
}
