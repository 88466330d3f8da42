package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.defects.DefectSpec;
import org.laue.structure.Crystal;
import org.laue.symmetry.RandomCrystals;

/** Compounds of large cells, which no network was shown. */
class GroupProofTest {
  private static final Laue LAUE = Laue.load();
  private static final DefectSpec MOVED = DefectSpec.parse("displacement 0.05", "");
  private static final DefectSpec LOST = DefectSpec.parse("vacancy 0.2", "");

  /** 27 cells of 16 to 64 sites, of which a fifth of the atoms are gone. */
  @ParameterizedTest
  @CsvSource({"225, fcc", "229, bcc", "141, bct_141"})
  void theGroupOfALargeParentIsProofAndThatOfALargeCellIsNone(int group, String label) {
    RandomCrystals random = new RandomCrystals(5000L * group);
    Crystal cell = random.small(group, 64);
    while (cell.atomCount() <= 15
        || Arrays.stream(cell.atomicNumbers()).distinct().count() == 1
        || LAUE.classify(cell).network().label().equals(label)) {
      cell = random.small(group, 64);
    }
    assertThat(LAUE.classify(cell).verdict().isKnown()).isFalse();
    Answer broken = LAUE.classify(LOST.apply(MOVED.apply(cell.supercell(3, 3, 3), 1), 2));
    assertThat(broken.parent()).isPresent();
    assertThat(broken.verdict().label()).isEqualTo(label);
    assertThat(broken.verdict().probability()).isGreaterThan(0.9);
  }
}
