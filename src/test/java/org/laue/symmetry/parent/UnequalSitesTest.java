package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.StableRandom;
import org.laue.api.Answer;
import org.laue.api.Laue;
import org.laue.api.Warning;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Caesium chloride from which atoms of one element, or of both, are gone. */
class UnequalSitesTest {
  private static final int CAESIUM = 55;
  private static final Crystal WHOLE =
      Crystal.of(
              Lattice.ofParameters(4.12, 4.12, 4.12, 90, 90, 90),
              new int[] {CAESIUM, 17},
              new double[] {0, 0, 0, .5, .5, .5})
          .supercell(5, 5, 5);

  @Test
  void halfOfOneElementGoneIsSaid() {
    StableRandom random = new StableRandom(1);
    Crystal broken = kept(atom -> WHOLE.atomicNumber(atom) != CAESIUM || random.nextDouble() < 0.5);
    assertThat(UnequalSites.of(ParentLattice.find(broken).orElseThrow()))
        .hasValueSatisfying(
            sites -> {
              assertThat(sites.least()).isBetween(0.35, 0.65);
              assertThat(sites.most()).isEqualTo(1);
            });
    Answer answer = Laue.load().classify(broken);
    assertThat(answer.warnings()).extracting(Warning::code).contains(Warning.Code.UNEQUAL_SITES);
    assertThat(answer.warnings().toString()).contains("of the cells, another in 100 %");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.2, 0.5, 0.7})
  void anySharesOfAllAtomsGoneAreAlike(double lost) {
    for (long seed = 1; seed <= 5; seed++) {
      StableRandom random = new StableRandom(seed);
      Crystal broken = kept(atom -> random.nextDouble() >= lost);
      assertThat(ParentLattice.find(broken).flatMap(UnequalSites::of)).as("seed " + seed).isEmpty();
    }
  }

  private static Crystal kept(IntPredicate chosen) {
    int[] atoms = IntStream.range(0, WHOLE.atomCount()).filter(chosen).toArray();
    int[] numbers = IntStream.of(atoms).map(WHOLE::atomicNumber).toArray();
    double[] all = WHOLE.fractional();
    double[] fractional =
        IntStream.of(atoms)
            .flatMap(atom -> IntStream.range(3 * atom, 3 * atom + 3))
            .mapToDouble(i -> all[i])
            .toArray();
    return Crystal.of(WHOLE.lattice(), numbers, fractional);
  }
}
