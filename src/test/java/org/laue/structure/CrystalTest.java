package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.laue.UserException;

class CrystalTest {
  private final Crystal cesiumChloride =
      Crystal.of(
          Lattice.ofParameters(4.12, 4.12, 4.12, 90, 90, 90),
          new int[] {55, 17},
          new double[] {0, 0, 0, 0.5, 0.5, 0.5});

  @Test
  void arraysAreCopied() {
    cesiumChloride.fractional()[0] = 7;
    cesiumChloride.atomicNumbers()[0] = 1;
    assertThat(cesiumChloride.fractional(0, 0)).isZero();
    assertThat(cesiumChloride.atomicNumber(0)).isEqualTo(55);
  }

  @Test
  void supercellRepeatsFirstIndexSlowestAndAtomsFastest() {
    Crystal supercell = cesiumChloride.supercell(1, 2, 1);
    assertThat(supercell.atomicNumbers()).containsExactly(55, 17, 55, 17);
    assertThat(supercell.fractional())
        .containsExactly(0, 0, 0, 0.5, 0.25, 0.5, 0, 0.5, 0, 0.5, 0.75, 0.5);
    assertThat(supercell.lattice().lengths()).containsExactly(4.12, 8.24, 4.12);
  }

  @Test
  void formulaIsReduced() {
    assertThat(cesiumChloride.supercell(2, 2, 2).formula()).isEqualTo("ClCs");
  }

  @Test
  void unusableAtomsAreRefusedByPlace() {
    Lattice cube = cesiumChloride.lattice();
    assertThatThrownBy(() -> Crystal.of(cube, new int[0], new double[0]))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(
            () -> Crystal.of(cube, new int[] {1, 1}, new double[] {0, 0, 0, 0, Double.NaN, 0}))
        .hasMessage("Coordinate y of atom 2 is NaN");
    assertThatThrownBy(() -> Crystal.of(cube, new int[] {119}, new double[3]))
        .hasMessageContaining("119");
  }
}
