package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionalityTest {
  @ParameterizedTest
  @CsvSource({
    "3.6, 3.6, 3.6, 3, ''",
    "6.1, 6.1, 6.1, 3, ''",
    "3.6, 3.6, 12, 2, a layer or surface",
    "3.6, 12, 12, 1, a chain or rod",
    "12, 12, 12, 0, isolated atoms: none within 6.5 A"
  })
  void oneAtomInABox(double a, double b, double c, int directions, String warning) {
    Dimensionality found = Dimensionality.of(atom(Lattice.ofParameters(a, b, c, 90, 90, 90)));
    assertThat(found.directions()).isEqualTo(directions);
    assertThat(found.warning().orElse("")).startsWith(warning);
  }

  @Test
  void theCellInWhichALayerIsGivenDoesNotMatter() {
    Lattice skewed =
        Lattice.ofParameters(3, 3, 14, 90, 90, 120).transformed(1, 2, 1, 0, 1, -1, 0, 0, 1);
    Crystal layer = atom(skewed);
    assertThat(Dimensionality.of(layer).directions()).isEqualTo(2);
    assertThat(Dimensionality.of(layer.supercell(2, 3, 1)).directions()).isEqualTo(2);
  }

  @Test
  void aMoleculeIsAloneWhereAHoleInACrystalIsNot() {
    Lattice box = Lattice.ofParameters(10, 10, 10, 90, 90, 90);
    Crystal molecule = Crystal.of(box, new int[] {8, 8}, new double[] {0, 0, 0, 0.12, 0, 0});
    assertThat(Dimensionality.of(molecule).warning())
        .hasValue("a molecule or cluster alone in its box: no crystal");
    Crystal cells = atom(Lattice.ofParameters(3, 3, 3, 90, 90, 90)).supercell(5, 5, 5);
    double[] kept = Arrays.copyOf(cells.fractional(), 3 * 100);
    Crystal broken = Crystal.of(cells.lattice(), Arrays.copyOf(cells.atomicNumbers(), 100), kept);
    assertThat(Dimensionality.of(broken).directions()).isEqualTo(3);
  }

  @Test
  void layersThatAreStackedAreACrystal() {
    Lattice graphite = Lattice.ofParameters(2.46, 2.46, 6.71, 90, 90, 120);
    double[] sites = {0, 0, .25, 0, 0, .75, 1 / 3.0, 2 / 3.0, .25, 2 / 3.0, 1 / 3.0, .75};
    Crystal crystal = Crystal.of(graphite, new int[] {6, 6, 6, 6}, sites);
    assertThat(Dimensionality.of(crystal))
        .isEqualTo(new Dimensionality(3, Dimensionality.of(crystal).nearestAngstrom()));
    assertThat(Dimensionality.of(crystal).nearestAngstrom()).isBetween(1.41, 1.43);
  }

  @Test
  void aCellFarTooSmallIsDense() {
    assertThat(Dimensionality.of(atom(Lattice.ofParameters(0.1, 0.1, 0.1, 90, 90, 90))).warning())
        .isEmpty();
  }

  private static Crystal atom(Lattice lattice) {
    return Crystal.of(lattice, new int[] {29}, new double[] {0.3, 0.4, 0.5});
  }
}
