package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class StandardOrientationTest {

  @ParameterizedTest
  @CsvSource({
    "3, 4, 5, 90, 90, 90",
    "3, 3, 5, 90, 90, 120",
    "3, 4, 5, 70, 80, 85",
    "3, 4, 5, 100, 95, 110",
    "3, 4, 5, 90, 103, 90",
    "4, 4, 4, 57, 57, 57"
  })
  void keepsLengthsAnglesAndDistances(
      double a, double b, double c, double alpha, double beta, double gamma) {
    Lattice lattice = Lattice.ofParameters(a, b, c, alpha, beta, gamma);
    Crystal given = Crystal.of(lattice, new int[] {3, 9, 17}, new Random(2).doubles(9).toArray());
    Crystal standard = StandardOrientation.of(given);
    assertThat(standard.lattice().lengths()).containsExactly(lattice.lengths(), within(1e-12));
    assertThat(standard.lattice().determinant()).isCloseTo(lattice.determinant(), within(1e-9));
    assertThat(standard.lattice().component(0, 1)).isZero();
    assertThat(standard.lattice().component(0, 2)).isZero();
    assertThat(standard.lattice().component(1, 2)).isZero();
    for (Crystal choice : StandardOrientation.admissible(given)) {
      assertThat(BondLength.MEAN_NEAREST.of(choice))
          .isCloseTo(BondLength.MEAN_NEAREST.of(given), within(1e-9));
    }
  }

  @Test
  void roundingDecidesNothing() {
    Lattice exact = Lattice.ofParameters(3, 4, 5, 90, 90, 90);
    Lattice noisy = Lattice.ofParameters(3, 4, 5, 90 + 1e-8, 90 - 1e-8, 90 + 1e-8);
    assertThat(signs(exact)).containsExactly(1, -1, -1);
    assertThat(signs(noisy)).containsExactly(1, -1, -1);
    assertThat(signs(Lattice.ofParameters(3, 3, 5, 90, 90, 120))).containsExactly(-1, -1, 1);
  }

  @Test
  void drawnChoiceDependsOnTheSeedAlone() {
    Crystal cube = Crystal.of(Lattice.ofParameters(3, 3, 3, 90, 90, 90), new int[] {1}, origin());
    assertThat(StandardOrientation.admissible(cube)).hasSize(4);
    assertThat(StandardOrientation.drawn(cube, 5)).isEqualTo(StandardOrientation.drawn(cube, 5));
    assertThat(new Random(0).longs(40).mapToObj(s -> StandardOrientation.drawn(cube, s)).distinct())
        .hasSize(4);
  }

  @Test
  void supercellReachesTheTargetAndStaysInside() {
    Crystal cell = Crystal.of(Lattice.ofParameters(3, 4, 5, 90, 90, 90), new int[] {1}, origin());
    Crystal supercell = Supercells.build(cell, 256);
    assertThat(supercell.atomCount()).isBetween(256, 300);
    for (double f : supercell.fractional()) {
      assertThat(f).isBetween(0.0, 1.0);
    }
    assertThat(Supercells.build(cell, 1)).isEqualTo(cell);
    assertThatThrownBy(() -> Supercells.build(cell, 0)).isInstanceOf(UserException.class);
  }

  private static double[] origin() {
    return new double[3];
  }

  private static int[] signs(Lattice lattice) {
    Lattice chosen = StandardOrientation.of(Crystal.of(lattice, new int[] {1}, origin())).lattice();
    int[] signs = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      signs[axis] = (int) Math.signum(chosen.component(axis, axis));
    }
    return signs;
  }
}
