package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laue.CpuTime;
import org.laue.StoppedException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.Prototype;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/** The search for a parent ends soon whatever it is given. */
class ParentBoundsTest {
  private static final double SOON_SECONDS = 12;

  @Test
  void atomsThatNearlyTouchCostNoMore() {
    double[] positions = new double[3 * 16];
    for (int atom = 0; atom < 16; atom++) {
      positions[3 * atom] = .37 * (atom / 2);
      positions[3 * atom + 1] = .11 * (atom / 2) + (atom % 2) * .012;
      positions[3 * atom + 2] = .23 * (atom / 2);
    }
    int[] helium = new int[16];
    Arrays.fill(helium, 2);
    Crystal cell = Crystal.of(Lattice.ofRows(8, 0, 0, 1, 9, 0, 1, 2, 11), helium, positions);
    assertThat(seconds(cell.supercell(3, 3, 3))).isLessThan(SOON_SECONDS);
  }

  @Test
  void anEmptyCellOfAMillionAngstromCostsNoMore() {
    Crystal block = Prototype.fcc("Cu", 29, Math.sqrt(2)).primitive().supercell(4, 4, 4);
    Lattice huge = Lattice.ofRows(1e6, 0, 0, 0, 1e6, 0, 0, 0, 1e6);
    Crystal given = Crystal.ofCartesian(huge, block.atomicNumbers(), block.cartesian());
    assertThat(seconds(given)).isLessThan(SOON_SECONDS);
  }

  @Test
  void manyAtomsAnywhereCostNoMore() {
    Crystal one = Prototype.cubic("X", 18, 140).primitive();
    assertThat(seconds(new Breaker(6).interstitials(one, 200_000, 18))).isLessThan(SOON_SECONDS);
  }

  @Test
  void anInterruptedThreadStops() {
    Crystal given = Prototype.fcc("Cu", 29, 3.61).primitive().supercell(4, 4, 4);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> ParentLattice.find(given)).isInstanceOf(StoppedException.class);
      assertThatThrownBy(() -> SymmetryFinder.symmetry(given, Tolerance.LOOSE))
          .isInstanceOf(StoppedException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static double seconds(Crystal given) {
    CpuTime before = CpuTime.ofThread();
    ParentLattice.find(given);
    return CpuTime.ofThread().since(before).seconds();
  }
}
