package org.laue.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;

class ParentLatticeTest {

  static Stream<Prototype> prototypes() {
    return Stream.concat(Prototype.elements().stream(), Prototype.compounds().stream());
  }

  static Stream<Prototype> elements() {
    return Prototype.elements().stream();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void aSupercellHasItsPrimitiveCellAsParentInAnyBasis(Prototype prototype) {
    Breaker breaker = new Breaker(1);
    Crystal given = breaker.disguise(prototype.primitive().supercell(3, 3, 3));
    ParentLattice parent = ParentLattice.find(given).orElseThrow();
    assertParent(parent, prototype);
    assertThat(parent.cells()).isEqualTo(27);
    assertThat(parent.occupancy()).isEqualTo(1);
    assertThat(parent.sigmaAngstrom()).isLessThan(1e-9);
    assertThat(parent.substituted()).isZero();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void vacanciesAndDisplacementsDoNotHideTheParent(Prototype prototype) {
    for (double vacancies : new double[] {0, .25, .4}) {
      for (double sigma : new double[] {0, .02, .06, .1}) {
        Breaker breaker = new Breaker(2);
        Crystal whole = breaker.disguise(prototype.primitive().supercell(3, 3, 3));
        Crystal given = breaker.vacancies(breaker.displacements(whole, sigma), vacancies);
        ParentLattice parent = ParentLattice.find(given).orElseThrow();
        assertParent(parent, prototype);
        assertThat(parent.occupancy()).isCloseTo(1 - vacancies, within(.04));
        assertThat(parent.sigmaAngstrom()).isCloseTo(sigma, within(1e-9 + .35 * sigma));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void substitutedAtomsDoNotHideTheParent(Prototype prototype) {
    Breaker breaker = new Breaker(3);
    Crystal whole = breaker.disguise(prototype.primitive().supercell(3, 3, 3));
    Crystal given = breaker.substitutions(breaker.displacements(whole, .06), .2, 26);
    ParentLattice parent = ParentLattice.find(given).orElseThrow();
    assertParent(parent, prototype);
    assertThat(parent.substituted()).isEqualTo(given.atomCount() / 5);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void aRandomAlloyOfEqualPartsHasOneSpecies(Prototype prototype) {
    Breaker breaker = new Breaker(4);
    Crystal whole = breaker.disguise(prototype.primitive().supercell(4, 4, 4));
    Crystal given = breaker.substitutions(breaker.displacements(whole, .06), .5, 92);
    Crystal cell = ParentLattice.find(given).orElseThrow().cell();
    assertThat(cell.atomCount()).isEqualTo(prototype.primitive().atomCount());
    assertThat(Arrays.stream(cell.atomicNumbers()).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void aFewInterstitialsAreStrays(Prototype prototype) {
    Breaker breaker = new Breaker(5);
    Crystal whole = breaker.disguise(prototype.primitive().supercell(4, 4, 4));
    Crystal given = breaker.interstitials(breaker.displacements(whole, .04), 3, 1);
    ParentLattice parent = ParentLattice.find(given).orElseThrow();
    assertParent(parent, prototype);
    assertThat(parent.strays()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void aPrimitiveCellIsNoSupercell(Prototype prototype) {
    assertThat(ParentLattice.find(prototype.primitive())).isEmpty();
  }

  @Test
  void atomsAnywhereHaveNoParent() {
    Crystal one = Prototype.cubic("X", 18, 14).primitive();
    assertThat(ParentLattice.find(new Breaker(6).interstitials(one, 120, 18))).isEmpty();
  }

  private static void assertParent(ParentLattice parent, Prototype prototype) {
    Crystal pristine = prototype.primitive();
    double volume = pristine.lattice().volume();
    assertThat(parent.cell().lattice().volume()).isCloseTo(volume, within(1e-6 * volume));
    assertThat(sorted(parent.cell())).isEqualTo(sorted(pristine));
  }

  private static int[] sorted(Crystal crystal) {
    return Arrays.stream(crystal.atomicNumbers()).sorted().toArray();
  }
}
