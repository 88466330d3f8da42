package org.laue.symmetry.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.laue.structure.Lattice;
import org.laue.symmetry.RandomSettings;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;

class NiggliReductionTest {

  @Test
  void publishedExampleIsReduced() {
    // Krivy and Gruber (1976): A = 9, B = 27, C = 4, xi = -5, eta = -4, zeta = -22
    double a = 3;
    double b = Math.sqrt(27);
    double c = 2;
    Lattice given =
        Lattice.ofParameters(
            a, b, c, degrees(-2.5 / (b * c)), degrees(-2 / (a * c)), degrees(-11 / (a * b)));
    double[] metric = NiggliReduction.reduced(given).metric();
    assertThat(new double[] {metric[0], metric[4], metric[8]})
        .containsExactly(new double[] {4, 9, 9}, within(1e-9));
    assertThat(new double[] {2 * metric[5], 2 * metric[2], 2 * metric[1]})
        .containsExactly(new double[] {9, 3, 4}, within(1e-9));
  }

  @Test
  void everyBasisOfALatticeReducesToTheSameCell() {
    RandomSettings random = new RandomSettings(5);
    for (HallSetting setting : HallSettings.all()) {
      Lattice lattice = random.lattice(setting);
      Lattice reduced = NiggliReduction.reduced(lattice);
      Lattice other =
          NiggliReduction.reduced(NiggliReduction.changed(lattice, random.unimodular()));
      assertThat(other.lengths()).containsExactly(reduced.lengths(), within(1e-9));
      assertThat(other.angles()).containsExactly(reduced.angles(), within(1e-6));
      assertThat(other.determinant()).isCloseTo(lattice.determinant(), within(1e-6));
    }
  }

  private static double degrees(double cosine) {
    return Math.toDegrees(Math.acos(cosine));
  }
}
