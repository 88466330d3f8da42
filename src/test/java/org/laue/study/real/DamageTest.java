package org.laue.study.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.descriptors.image.BondLength;
import org.laue.evaluation.RealScore;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class DamageTest {
  private static final double A = 3.61;

  private static final Crystal COPPER =
      Crystal.of(
          Lattice.ofRows(new double[] {0, A / 2, A / 2, A / 2, 0, A / 2, A / 2, A / 2, 0}),
          new int[] {29},
          new double[] {0, 0, 0});

  private static RealSet set(int atoms, int ball, String defect) {
    return new RealSet(
        "s",
        List.of("f"),
        "space-group",
        List.of(),
        List.of(),
        RealSet.Crystals.ALL,
        0,
        1,
        0,
        atoms,
        ball,
        defect,
        RealSet.Ask.STRUCTURE,
        List.of(),
        RealScore.Right.CLASS,
        0);
  }

  /** All atoms are within the radius, and a turn keeps their distances. */
  @Test
  void aBallHasItsSitesAndNoCell() {
    Atoms ball = new Damage(set(0, 500, ""), "cu").of(COPPER);
    assertThat(ball).isInstanceOf(Cluster.class);
    assertThat(((Cluster) ball).periodicLattice()).isEmpty();
    assertThat(ball.atomCount()).isBetween(470, 530);
    assertThat(BondLength.MEAN_NEAREST.of(ball)).isCloseTo(A / Math.sqrt(2), within(1e-9));
    double radius = Math.cbrt(3 * 500 * A * A * A / 4 / (4 * Math.PI));
    double[] x = ball.cartesian();
    double farthest = 0;
    for (int at = 0; at < x.length; at += 3) {
      farthest = Math.max(farthest, Math.hypot(Math.hypot(x[at], x[at + 1]), x[at + 2]));
    }
    assertThat(farthest).isBetween(radius - 1, radius);
  }

  @Test
  void everyStructureIsTurnedInItsOwnWayAndAlwaysInThat() {
    RealSet set = set(0, 300, "");
    double[] first = new Damage(set, "one").of(COPPER).cartesian();
    assertThat(new Damage(set, "one").of(COPPER).cartesian()).isEqualTo(first);
    assertThat(new Damage(set, "two").of(COPPER).cartesian()).isNotEqualTo(first);
  }

  @Test
  void aBrokenBallLacksItsShare() {
    Atoms ball = new Damage(set(0, 1000, "vacancy 0.4 + displacement 0.1"), "cu").of(COPPER);
    assertThat(ball.atomCount()).isBetween(540, 660);
  }

  @Test
  void aCellIsRepeatedUntilThereAreEnough() {
    assertThat(new Damage(set(250, 0, ""), "cu").of(COPPER).atomCount()).isEqualTo(252);
    assertThat(Damage.isNone(set(0, 0, ""))).isTrue();
    assertThat(Damage.isNone(set(0, 300, ""))).isFalse();
  }
}
