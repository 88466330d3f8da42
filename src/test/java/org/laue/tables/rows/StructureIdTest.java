package org.laue.tables.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class StructureIdTest {
  private static final Lattice CUBE = Lattice.ofRows(5.64, 0, 0, 0, 5.64, 0, 0, 0, 5.64);
  private static final Crystal SALT =
      Crystal.of(CUBE, new int[] {11, 17}, new double[] {0, 0, 0, 0.5, 0.5, 0.5});

  @Test
  void theOrderOfAtomsDoesNotMatter() {
    Crystal turned = Crystal.of(CUBE, new int[] {17, 11}, new double[] {0.5, 0.5, 0.5, 0, 0, 0});
    assertThat(StructureId.of(turned)).isEqualTo(StructureId.of(SALT)).hasSize(32);
  }

  @Test
  void wholeCellsAndRoundingDoNotMatter() {
    Crystal noisy =
        Crystal.of(CUBE, new int[] {11, 17}, new double[] {-1e-13, 1, 2, 0.5, -0.5, 0.5 + 1e-13});
    assertThat(StructureId.of(noisy)).isEqualTo(StructureId.of(SALT));
  }

  @Test
  void orientationDoesNotMatterButAMirrorImageDoes() {
    Lattice turned = Lattice.ofRows(0, 5.64, 0, 0, 0, 5.64, 5.64, 0, 0);
    Lattice mirrored = Lattice.ofRows(5.64, 0, 0, 0, 5.64, 0, 0, 0, -5.64);
    Crystal rotated = Crystal.of(turned, SALT.atomicNumbers(), SALT.fractional());
    Crystal mirror = Crystal.of(mirrored, SALT.atomicNumbers(), SALT.fractional());
    assertThat(StructureId.of(rotated)).isEqualTo(StructureId.of(SALT));
    assertThat(StructureId.of(mirror)).isNotEqualTo(StructureId.of(SALT));
  }

  @Test
  void anotherElementLengthOrPlaceIsAnotherCrystal() {
    Crystal longer =
        Crystal.of(
            Lattice.ofRows(5.65, 0, 0, 0, 5.64, 0, 0, 0, 5.64),
            SALT.atomicNumbers(),
            SALT.fractional());
    Crystal other = Crystal.of(CUBE, new int[] {19, 17}, SALT.fractional());
    Crystal moved = Crystal.of(CUBE, new int[] {11, 17}, new double[] {0, 0, 0, 0.5, 0.5, 0.51});
    assertThat(StructureId.of(SALT))
        .isNotEqualTo(StructureId.of(longer))
        .isNotEqualTo(StructureId.of(other))
        .isNotEqualTo(StructureId.of(moved));
  }

  @Test
  void sevenDecimalsAndTheirRoundingNoiseAgree() {
    for (int i = 0; i < 10_000; i++) {
      double x = (5 + 10L * i) / 1e7;
      Crystal written = Crystal.of(CUBE, new int[] {11}, new double[] {x, 0, 0});
      Crystal noisy = Crystal.of(CUBE, new int[] {11}, new double[] {x - 4e-16, 0, 0});
      assertThat(StructureId.of(noisy)).isEqualTo(StructureId.of(written));
    }
  }

  @Test
  void aClusterIsNoCrystal() {
    Cluster cluster = SALT.toCluster();
    assertThat(StructureId.of(cluster)).isNotEqualTo(StructureId.of(SALT)).hasSize(32);
  }
}
