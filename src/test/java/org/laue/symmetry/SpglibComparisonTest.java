package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.structure.Crystal;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** The same number as Spglib 2.0.2 on defective supercells, at the border of the tolerance too. */
class SpglibComparisonTest {
  private static final List<Tolerance> SETTINGS =
      List.of(Tolerance.TIGHT, Tolerance.MEDIUM, Tolerance.LOOSE);

  private static final SpglibAnswers ANSWERS = SpglibAnswers.of("spglib-numbers.tsv");

  @AfterAll
  static void keep() throws IOException {
    ANSWERS.keep();
  }

  static Stream<Arguments> supercells() {
    return Stream.of(
        arguments("fcc", Samples.fcc().supercell(4, 4, 4)),
        arguments("bcc", Samples.bcc().supercell(5, 5, 6)),
        arguments("diamond", Samples.diamond().supercell(3, 3, 4)),
        arguments("hcp", Samples.hcp().supercell(6, 6, 4)),
        arguments("bct", Samples.bodyCentredTetragonal().supercell(6, 6, 4)),
        arguments("white tin", Samples.whiteTin().supercell(4, 4, 5)));
  }

  @ParameterizedTest
  @MethodSource("supercells")
  void displacedAtoms(String name, Crystal supercell) {
    for (double sigma : new double[] {0, 0.001, 0.002, 0.005, 0.02}) {
      compare(name + " displaced by " + sigma, Samples.displaced(supercell, sigma, 17));
    }
  }

  @ParameterizedTest
  @MethodSource("supercells")
  void vacancies(String name, Crystal supercell) {
    for (int count : new int[] {1, 3, 40}) {
      compare(name + " without " + count, Samples.withVacancies(supercell, count, 23));
    }
  }

  /** Half a hundred small cells whose noise is about the tolerance. */
  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.003, 0.004, 0.006})
  void smallCellsAtTheBorder(double sigma) {
    for (int seed = 0; seed < 12; seed++) {
      String noise = " displaced by " + sigma + " with seed " + seed;
      compare("rutile" + noise, Samples.displaced(Samples.rutile(), sigma, seed));
      compare("quartz" + noise, Samples.displaced(Samples.quartz(), sigma, seed));
      Crystal arsenic = Samples.arsenic().supercell(2, 1, 1);
      compare("arsenic" + noise, Samples.displaced(arsenic, sigma, seed));
    }
  }

  private static void compare(String name, Crystal crystal) {
    for (Tolerance tolerance : SETTINGS) {
      String spglib =
          ANSWERS.to(
              name + " at " + tolerance.symprec(),
              () -> Integer.toString(Spglib.number(crystal, tolerance)));
      assertThat(SymmetryFinder.spaceGroupNumber(crystal, tolerance, SpglibCompat.V2).orElse(0))
          .as("%s at %s", name, tolerance)
          .isEqualTo(Integer.parseInt(spglib));
    }
  }
}
