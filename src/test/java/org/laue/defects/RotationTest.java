package org.laue.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;

class RotationTest {
  private static final Crystal CELL =
      Crystal.of(Lattice.ofRows(3, 0, 0, 0, 4, 0, 1, 0, 5), new int[] {26, 6}, new double[6]);

  /** The trace of a rotation is 1 + 2 cos(angle); lengths, angles and handedness stay. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 5, 10, 90})
  void turnsTheWholeCellByTheAngle(double degrees) {
    Crystal turned = DefectSpec.parse("rotation " + degrees, "").apply(CELL, 7);
    double[] matrix =
        Matrix3.multiply(Matrix3.inverse(CELL.lattice().rows()), turned.lattice().rows());
    assertThat(matrix[0] + matrix[4] + matrix[8])
        .isCloseTo(1 + 2 * Math.cos(Math.toRadians(degrees)), within(1e-12));
    assertThat(Matrix3.determinant(matrix)).isCloseTo(1, within(1e-12));
    assertThat(turned.lattice().metric()).containsExactly(CELL.lattice().metric(), within(1e-12));
    assertThat(turned.fractional()).isEqualTo(CELL.fractional());
  }

  @Test
  void aNegativeAngleIsRefused() {
    assertThatThrownBy(() -> DefectSpec.parse("rotation -1", ""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Rotation in degrees");
  }
}
