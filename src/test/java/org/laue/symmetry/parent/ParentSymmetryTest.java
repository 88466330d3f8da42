package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Sites that are off by more or less than their errors, of a cubic perovskite. */
class ParentSymmetryTest {
  private static final double ERROR = 0.01;
  private static final double EDGE = 4;

  /** Among hundreds of sites and mirror planes one such miss is chance. */
  @Test
  void aMirrorPlaneMayMissASiteByFourOfItsErrors() {
    assertThat(group(4.7 * ERROR)).isEqualTo(221);
  }

  @Test
  void aMirrorPlaneThatMissesASiteByEightIsNone() {
    assertThat(group(8 * ERROR)).isEqualTo(99);
  }

  /** Of a crystal whose third anion is shifted along its axis. */
  private static int group(double shift) {
    double[] sites = {0, 0, 0, .5, .5, .5, .5, .5, 0, .5, 0, .5, 0, .5, .5};
    sites[8] += shift / EDGE;
    Lattice cube = Lattice.ofRows(EDGE, 0, 0, 0, EDGE, 0, 0, 0, EDGE);
    Crystal cell = Crystal.of(cube, new int[] {38, 22, 8, 8, 8}, sites);
    double[] errors = new double[5];
    Arrays.fill(errors, ERROR);
    return ParentSymmetry.of(cell, errors, 0.08, 320, 0.1).symmetry().number();
  }
}
