package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.laue.StableRandom;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class SupercellsTest {
  private static final Crystal BCC =
      Crystal.of(
          Lattice.ofRows(3, 0, 0, 0, 3, 0, 0, 0, 3),
          new int[] {26, 26},
          new double[] {0, 0, 0, 0.5, 0.5, 0.5});

  @Test
  void anAtomBetweenTwoCellsIsDrawnToEitherFaceAndNoOtherAtomMoves() {
    Crystal supercell = Supercells.build(BCC, 54);
    StableRandom random = new StableRandom(5);
    Set<Double> moves = new TreeSet<>();
    for (int draw = 0; draw < 20; draw++) {
      double[] drawn = Supercells.withFacesDrawn(supercell, random).fractional();
      double[] given = supercell.fractional();
      for (int i = 0; i < given.length; i++) {
        double move = drawn[i] - given[i];
        assertThat(move).isIn(0.0, 1.0);
        if (given[i] > 1e-6) {
          assertThat(move).isZero();
        } else {
          moves.add(move);
        }
      }
    }
    assertThat(moves).containsExactly(0.0, 1.0);
  }

  @Test
  void theDrawnFacesAreThoseOfASmallDisplacement() {
    Crystal supercell = Supercells.build(BCC, 54);
    StableRandom random = new StableRandom(9);
    int atZero = 0;
    int drawn = 0;
    for (int draw = 0; draw < 40; draw++) {
      double[] fractional = Supercells.withFacesDrawn(supercell, random).fractional();
      for (int i = 0; i < fractional.length; i++) {
        if (supercell.fractional()[i] < 1e-6) {
          atZero++;
          drawn += fractional[i] > 0.5 ? 1 : 0;
        }
      }
    }
    assertThat((double) drawn / atZero).isCloseTo(0.5, within(0.05));
  }
}
