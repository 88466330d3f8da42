package org.laue.symmetry.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laue.structure.Lattice;
import org.laue.structure.Matrix3;
import org.laue.symmetry.RandomSettings;

class SpaceGroupMatchTest {

  @Test
  void everySettingIsRecognisedInAnyBasisAndOrigin() {
    RandomSettings random = new RandomSettings(20_18);
    List<String> wrong = new ArrayList<>();
    for (HallSetting setting : HallSettings.all()) {
      for (int trial = 0; trial < 3; trial++) {
        Optional<SpaceGroupMatch> match = match(setting, random);
        if (match.isEmpty() || match.get().setting().number() != setting.number()) {
          wrong.add(setting + " -> " + match);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Optional<SpaceGroupMatch> match(HallSetting setting, RandomSettings random) {
    Lattice conventional = random.lattice(setting);
    double[] basis = random.primitiveBasis(HallSymbol.parse(setting.hallSymbol()).centring());
    Lattice primitive = conventional.transformed(Matrix3.transposed(basis));
    return SpaceGroupMatch.find(primitive, random.operations(setting, basis), 1e-5);
  }
}
