package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.evaluation.Proportion;
import org.laue.evaluation.ShapeMistake;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class PseudoSymmetryTest {
  private static PseudoSymmetry of(String scheme) {
    return PseudoSymmetry.of(null, ClassScheme.load(scheme), 0.01).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "crystal-system, true",
    "crystal-family, true",
    "trigonal-hexagonal, true",
    "paper, false",
    "metal, false",
    "types, false"
  })
  void onlyClassesOfWholeSystemsHaveShapes(String scheme, boolean whole) {
    assertThat(PseudoSymmetry.of(null, ClassScheme.load(scheme), 0.01).isPresent())
        .isEqualTo(whole);
  }

  /** Two atoms in an orthorhombic cell whose a and b are nearly the same, given as 2 x 1 x 1. */
  @Test
  void anOrthorhombicCrystalWithEqualEdgesLooksTetragonalWhateverCellItIsGivenIn() {
    Crystal crystal =
        Crystal.of(
                Lattice.ofParameters(4, 4.03, 6, 90, 90, 90),
                new int[] {29, 8},
                new double[] {0, 0, 0, .5, 0, .5})
            .supercell(2, 1, 1);
    Lattice cell = of("crystal-system").standardCell(crystal);
    assertThat(cell.lengths())
        .hasSize(3)
        .satisfies(l -> assertThat(l[0] * l[1] * l[2]).isBetween(96.0, 97.5));
    assertThat(of("crystal-system").hasShape(cell, "tetragonal")).isTrue();
    assertThat(of("crystal-system").hasShape(cell, "cubic")).isFalse();
    assertThat(of("crystal-family").hasShape(cell, "hexagonal")).isFalse();
  }

  @Test
  void theMostFrequentPairComesFirst() {
    List<ShapeMistake> mistakes =
        List.of(
            mistake("cubic", "trigonal", false),
            mistake("orthorhombic", "tetragonal", true),
            mistake("orthorhombic", "tetragonal", false));
    assertThat(ShapeMistake.pairs(mistakes))
        .containsExactly(
            new ShapeMistake.Pair("orthorhombic", "tetragonal", new Proportion(1, 2)),
            new ShapeMistake.Pair("cubic", "trigonal", new Proportion(0, 1)));
  }

  private static ShapeMistake mistake(String truth, String said, boolean pseudo) {
    List<Double> three = List.of(1.0, 1.0, 1.0);
    return new ShapeMistake("id", "", "Cu", truth, said, three, three, pseudo);
  }
}
