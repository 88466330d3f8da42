package org.laue.symmetry.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.RandomCrystals;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.groups.HallSetting;
import org.laue.symmetry.groups.HallSettings;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;
import org.laue.symmetry.operations.Tolerance;

class StandardisationTest {
  private static final Tolerance EXACT = Tolerance.of(1e-4);

  @Test
  void crystalsOfEverySettingAreRecognised() {
    RandomCrystals random = new RandomCrystals(530);
    List<String> wrong = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      Crystal crystal = random.general(setting);
      SymmetryDataset found = SymmetryFinder.symmetry(crystal, EXACT);
      if (found.number() != setting.number()) {
        wrong.add(setting + " -> " + found.number());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void standardisingTwiceChangesNothing() {
    RandomCrystals random = new RandomCrystals(230);
    for (int number = 1; number <= 230; number++) {
      Crystal crystal = random.general(HallSettings.standardOf(number));
      for (boolean idealize : new boolean[] {true, false}) {
        Crystal once = SymmetryFinder.symmetry(crystal, EXACT).standardCell(idealize);
        SymmetryDataset again = SymmetryFinder.symmetry(once, EXACT);
        Crystal twice = again.standardCell(idealize);
        assertThat(again.number()).isEqualTo(number);
        assertThat(twice.atomCount()).isEqualTo(once.atomCount());
        assertThat(twice.lattice().lengths())
            .containsExactly(once.lattice().lengths(), within(1e-8));
        assertThat(twice.lattice().angles()).containsExactly(once.lattice().angles(), within(1e-6));
      }
    }
  }

  @Test
  void idealCellsKeepTheirAxesAndOrigin() {
    RandomCrystals random = new RandomCrystals(77);
    for (int number = 1; number <= 230; number++) {
      Crystal crystal = random.general(HallSettings.standardOf(number));
      Crystal ideal = SymmetryFinder.symmetry(crystal, EXACT).standardCell(true);
      SymmetryDataset again = SymmetryFinder.symmetry(ideal, EXACT);
      assertThat(again.transformationMatrix())
          .as("axes of %d", number)
          .containsExactly(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, within(1e-6));
      assertThat(again.originShift())
          .as("origin of %d", number)
          .containsExactly(new double[3], within(1e-5));
    }
  }

  @Test
  void everyWyckoffPositionIsNamed() {
    RandomCrystals random = new RandomCrystals(1731);
    List<String> wrong = new ArrayList<>();
    for (int number = 1; number <= 230; number++) {
      HallSetting standard = HallSettings.standardOf(number);
      for (WyckoffPosition position : WyckoffTable.of(number)) {
        Crystal crystal = random.withAtomOn(position, standard);
        SymmetryDataset found = SymmetryFinder.symmetry(crystal, EXACT);
        int atom = indexOf(crystal, 10);
        if (found.number() != number
            || !sorted(found.siteSymmetries().get(atom)).equals(sorted(position.siteSymmetry()))) {
          wrong.add(number + " " + position + " -> " + found.siteSymmetries().get(atom));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void measuredCellsKeepLengthsAndOrientation() {
    Lattice slightlyOff = Lattice.ofRows(0, 2.001, 2, 2, 0, 2, 2, 2, 0);
    Crystal primitive = Crystal.of(slightlyOff, new int[] {13}, new double[3]);
    SymmetryDataset found = SymmetryFinder.symmetry(primitive, Tolerance.of(0.01));
    assertThat(found.number()).isEqualTo(225);
    Crystal measured = found.standardCell(false);
    assertThat(measured.atomCount()).isEqualTo(4);
    assertThat(measured.lattice().volume()).isCloseTo(4 * slightlyOff.volume(), within(1e-9));
    assertThat(measured.lattice().lengths()).isNotEqualTo(new double[] {4, 4, 4});
    double[] ideal = found.standardCell(true).lattice().rows();
    assertThat(ideal[0]).isEqualTo(ideal[4]).isEqualTo(ideal[8]);
    assertThat(ideal[1]).isZero();
    assertThat(found.standardPrimitiveCell(true).atomCount()).isEqualTo(1);
  }

  /** The symbol but for its orientation: axes of a standard cell are exchanged by their length. */
  private static String sorted(String siteSymmetry) {
    return siteSymmetry.chars().sorted().boxed().toList().toString();
  }

  private static int indexOf(Crystal crystal, int atomicNumber) {
    int atom = 0;
    while (crystal.atomicNumber(atom) != atomicNumber) {
      atom++;
    }
    return atom;
  }
}
