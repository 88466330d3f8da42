package org.laue.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.laue.UserException;

class LatticeTest {
  private static final Offset<Double> TIGHT = within(1e-12);
  private final Lattice triclinic = Lattice.ofParameters(3, 4, 5, 80, 95, 110);

  @Test
  void parametersComeBack() {
    assertThat(triclinic.lengths()).containsExactly(new double[] {3, 4, 5}, TIGHT);
    assertThat(triclinic.angles()).containsExactly(new double[] {80, 95, 110}, within(1e-10));
  }

  @Test
  void cartesianAndFractionalAreInverse() {
    double[] fractional = {0.1, -0.7, 2.3, 0.5, 0.25, 0.125};
    assertThat(triclinic.toFractional(triclinic.toCartesian(fractional)))
        .containsExactly(fractional, TIGHT);
  }

  @Test
  void hexagonalCellIsExact() {
    Lattice hexagonal = Lattice.ofParameters(1, 1, 2, 90, 90, 120);
    assertThat(hexagonal.rows()).containsExactly(1, 0, 0, -0.5, Math.sqrt(0.75), 0, 0, 0, 2);
  }

  @Test
  void volumeIsPositiveForEitherHand() {
    Lattice left = Lattice.ofRows(0, 1, 0, 1, 0, 0, 0, 0, 2);
    assertThat(left.determinant()).isEqualTo(-2);
    assertThat(left.volume()).isEqualTo(2);
  }

  @Test
  void heightsAreDistancesBetweenFaces() {
    assertThat(Lattice.ofRows(2, 0, 0, 1, 3, 0, 0, 0, 4).heights())
        .containsExactly(new double[] {2 * 3 / Math.sqrt(10), 3, 4}, TIGHT);
  }

  @Test
  void vectorsWithoutVolumeAreRefused() {
    assertThatThrownBy(() -> Lattice.ofRows(1, 0, 0, 2, 0, 0, 0, 0, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("span no volume");
    assertThatThrownBy(() -> Lattice.ofRows(Double.NaN, 0, 0, 0, 1, 0, 0, 0, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> Lattice.ofParameters(1, 1, 1, 120, 120, 120))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("angles");
  }
}
