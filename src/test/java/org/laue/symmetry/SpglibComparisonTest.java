package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** The same number as Spglib 2.0.2 on defective supercells, at the border of the tolerance too. */
class SpglibComparisonTest {
  private static final List<Tolerance> SETTINGS =
      List.of(Tolerance.TIGHT, Tolerance.MEDIUM, Tolerance.LOOSE);

  @BeforeEach
  void oracle() {
    Spglib.assumeInstalled();
  }

  static Stream<Crystal> supercells() {
    return Stream.of(
        Samples.fcc().supercell(4, 4, 4),
        Samples.bcc().supercell(5, 5, 6),
        Samples.diamond().supercell(3, 3, 4),
        Samples.hcp().supercell(6, 6, 4),
        Samples.bodyCentredTetragonal().supercell(6, 6, 4),
        Samples.whiteTin().supercell(4, 4, 5));
  }

  @ParameterizedTest
  @MethodSource("supercells")
  void displacedAtoms(Crystal supercell) {
    for (double sigma : new double[] {0, 0.001, 0.002, 0.005, 0.02}) {
      compare(Samples.displaced(supercell, sigma, 17));
    }
  }

  @ParameterizedTest
  @MethodSource("supercells")
  void vacancies(Crystal supercell) {
    for (int count : new int[] {1, 3, 40}) {
      compare(Samples.withVacancies(supercell, count, 23));
    }
  }

  /** Half a hundred small cells whose noise is about the tolerance. */
  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.003, 0.004, 0.006})
  void smallCellsAtTheBorder(double sigma) {
    for (int seed = 0; seed < 12; seed++) {
      compare(Samples.displaced(Samples.rutile(), sigma, seed));
      compare(Samples.displaced(Samples.quartz(), sigma, seed));
      compare(Samples.displaced(Samples.arsenic().supercell(2, 1, 1), sigma, seed));
    }
  }

  private static void compare(Crystal crystal) {
    for (Tolerance tolerance : SETTINGS) {
      assertThat(SymmetryFinder.spaceGroupNumber(crystal, tolerance, SpglibCompat.V2).orElse(0))
          .as("%s at %s", crystal.formula(), tolerance)
          .isEqualTo(Spglib.number(crystal, tolerance));
    }
  }
}
