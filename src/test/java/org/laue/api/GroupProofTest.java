package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.defects.DefectSpec;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.operations.Tolerance;

/** Crystals that no network was shown: compounds of large cells, elements of unusual structure. */
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

  /** Atoms of one element on sites that no prototype has: the group is exact, and decides. */
  @ParameterizedTest
  @CsvSource({"225, fcc", "229, bcc", "139, bct_139", "194, hex/rh"})
  void theExactGroupOfAWholeElementIsProof(int group, String label) {
    RandomCrystals random = new RandomCrystals(6000L * group);
    Crystal cell = element(random, group);
    while (LAUE.classify(cell).network().label().equals(label)) {
      cell = element(random, group);
    }
    Answer answer = LAUE.classify(cell);
    assertThat(answer.contradiction()).isPresent();
    assertThat(answer.warnings()).extracting(Warning::code).contains(Warning.Code.CONTRADICTION);
    assertThat(answer.verdict().label()).isEqualTo(label);
  }

  private static Crystal element(RandomCrystals random, int group) {
    while (true) {
      Crystal cell = random.small(group, 8);
      int[] silicon = new int[cell.atomCount()];
      Arrays.fill(silicon, 14);
      Crystal element = Crystal.of(cell.lattice(), silicon, cell.fractional());
      if (group(element, 0.01) == group && group(element, 0.1) == group) {
        return element;
      }
    }
  }

  private static int group(Crystal crystal, double tolerance) {
    return SymmetryFinder.symmetry(crystal, Tolerance.of(tolerance)).number();
  }

  /**
   * One atom of a block is missing: what is left has an exact group, which is not the lattice's.
   */
  @ParameterizedTest
  @CsvSource({"229, 2", "225, 2", "225, 3", "229, 3", "221, 2", "221, 3"})
  void aVacancyProvesNoOtherLattice(int group, int edge) {
    double[] centres = group == 221 ? new double[3] : new double[] {0, 0, 0, .5, .5, .5};
    double[] sites =
        group == 225 ? new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0} : centres;
    int[] numbers = new int[sites.length / 3];
    Arrays.fill(numbers, 26);
    Lattice cubic = Lattice.ofParameters(3.1, 3.1, 3.1, 90, 90, 90);
    Crystal block = Crystal.of(cubic, numbers, sites).supercell(edge, edge, edge);
    int left = block.atomCount() - 1;
    Crystal broken =
        Crystal.of(
            block.lattice(),
            Arrays.copyOf(block.atomicNumbers(), left),
            Arrays.copyOf(block.fractional(), 3 * left));
    String lattice = group == 229 ? "bcc" : group == 225 ? "fcc" : "sc";
    assertThat(LAUE.classify(broken).verdict().label()).isIn(lattice, Verdict.UNKNOWN);
  }
}
