package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.laue.structure.Lattice;

class IntegerSublatticeTest {

  @Test
  void twoGeneratorsSpanNoVolume() {
    IntegerSublattice lattice = new IntegerSublattice();
    lattice.add(1, 2, 3);
    lattice.add(4, 5, 6);
    lattice.add(5, 7, 9);
    assertThat(lattice.index()).isZero();
  }

  @Test
  void evenSumsAreOfIndexTwo() {
    IntegerSublattice lattice = new IntegerSublattice();
    lattice.add(1, 1, 0);
    lattice.add(0, 1, 1);
    lattice.add(-1, 1, 0);
    assertThat(lattice.index()).isEqualTo(2);
    lattice.add(2, 0, 0);
    assertThat(lattice.index()).isEqualTo(2);
    lattice.add(1, 1, 1);
    assertThat(lattice.index()).isEqualTo(1);
  }

  @Test
  void theOrderOfTheGeneratorsIsWithoutMeaning() {
    int[][] generators = {{6, 4, 2}, {0, 10, 4}, {3, 3, 9}, {12, 0, 6}};
    int[][] reversed = {generators[3], generators[2], generators[1], generators[0]};
    // Greatest common divisor of the determinants 456, 312, 396 and 756 of any three of them.
    assertThat(of(generators).index()).isEqualTo(12);
    assertThat(of(reversed).index()).isEqualTo(12);
  }

  @Test
  void theBasisIsShortThoughTheTriangularOneIsNot() {
    double[] cubic = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[] basis = of(new int[][] {{1, 0, 87672}, {0, -1, 40200}, {0, 0, -91781}}).basis(cubic);
    for (double component : basis) {
      assertThat(Math.abs(component)).isLessThan(100);
    }
    assertThat(Math.abs(Lattice.ofRows(basis).determinant())).isCloseTo(91781, within(1e-3));
  }

  private static IntegerSublattice of(int[][] generators) {
    IntegerSublattice lattice = new IntegerSublattice();
    for (int[] g : generators) {
      lattice.add(g[0], g[1], g[2]);
    }
    return lattice;
  }
}
