package org.laue.symmetry.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.Prototype;

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
  void aLoneVacancyIsADefectThoughItLeavesACubicSpaceGroup() {
    Crystal whole = Prototype.fcc("Cu", 29, 3.61).primitive().supercell(3, 3, 3);
    Crystal given = new Breaker(7).vacancies(whole, 1 / 27. + 1e-9);
    ParentLattice parent = ParentLattice.find(given).orElseThrow();
    assertThat(parent.cells()).isEqualTo(27);
    assertThat(parent.occupancy()).isCloseTo(26 / 27., within(1e-9));
  }

  /** Three of sixteen sites of a bcc lattice, as a simple cubic group has them: no alloy. */
  @Test
  void anOrderOfElementsOnCommonSitesIsNoRandomAlloy() {
    Lattice cube = Lattice.ofParameters(5.74, 5.74, 5.74, 90, 90, 90);
    double[] sites = new double[48];
    int[] numbers = new int[16];
    for (int i = 0; i < 16; i++) {
      boolean faceCentre = i < 8 && Integer.bitCount(i) == 2;
      numbers[i] = faceCentre ? 32 : 26;
      for (int axis = 0; axis < 3; axis++) {
        sites[3 * i + axis] = (i >> axis & 1) / 2. + i / 8 / 4.;
      }
    }
    assertThat(ParentLattice.find(Crystal.of(cube, numbers, sites))).isEmpty();
  }

  @Test
  void aTiltedPerovskiteKeepsItsOwnCell() {
    assertThat(
            ParentLattice.find(tiltedPerovskite().supercell(2, 2, 2))
                .map(ParentLattice::cell)
                .map(Crystal::atomCount))
        .isNotEqualTo(Optional.of(5));
  }

  /** SrTiO3 below 105 K, I4/mcm: octahedra turned in alternate senses, here by 8 degrees. */
  private static Crystal tiltedPerovskite() {
    double a = 5.5;
    double c = 7.82;
    double[] base = {
      0, .5, .25, .5, 0, .25, 0, 0, 0, 0, 0, .5, 0, 0, .25, .21, .71, 0, .79, .29, 0, .29, .21, 0,
      .71, .79, 0, .5, .5, .25
    };
    int[] kinds = {38, 38, 22, 22, 8, 8, 8, 8, 8, 8};
    double[] all = Arrays.copyOf(base, 60);
    int[] numbers = Arrays.copyOf(kinds, 20);
    for (int i = 0; i < 30; i++) {
      all[30 + i] = base[i] + .5;
      numbers[10 + i / 3] = kinds[i / 3];
    }
    return Crystal.of(Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, c), numbers, all);
  }

  /** A wave of 0.04 A that doubles the cell, too weak for the strongest reflections. */
  @Test
  void aWeakSuperstructureIsSeenInItsWave() {
    Crystal doubled = Prototype.diamond("Si", 14, 5.43).primitive().supercell(2, 1, 1);
    double[] cartesian = doubled.cartesian();
    cartesian[0] += .04;
    cartesian[4] -= .04;
    Crystal cell = Crystal.ofCartesian(doubled.lattice(), doubled.atomicNumbers(), cartesian);
    Crystal given = new Breaker(11).displacements(cell.supercell(3, 6, 6), .03);
    assertThat(ParentLattice.find(given).orElseThrow().cell().atomCount()).isEqualTo(4);
  }

  @Test
  void theGroupIsTheLargestThatTheErrorsOfTheSitesAllow() {
    Crystal wurtzite =
        Prototype.hexagonal(
                "ZnO", 186, 30, 3.25, 5.2, 1 / 3., 2 / 3., 0, 2 / 3., 1 / 3., .5, 1 / 3., 2 / 3.,
                .45, 2 / 3., 1 / 3., .95)
            .primitive();
    int[] kinds = {30, 30, 8, 8};
    Crystal cell = Crystal.of(wurtzite.lattice(), kinds, wurtzite.fractional());
    for (double sigma : new double[] {.03, .1}) {
      Crystal given = new Breaker(12).displacements(cell.supercell(4, 4, 3), sigma);
      assertThat(ParentLattice.find(given).orElseThrow().symmetry(.1).number()).isEqualTo(186);
    }
  }

  /** The neighbours of a vacancy moved towards it, as its own symmetry has it. */
  @Test
  void aVacancyWithItsNeighboursDrawnInIsNoSuperstructure() {
    Crystal whole = Prototype.fcc("Cu", 29, 3.61).primitive().supercell(4, 4, 4);
    double[] cartesian = whole.cartesian();
    Lattice lattice = whole.lattice();
    for (int atom = 1; atom < whole.atomCount(); atom++) {
      double[] f = new double[3];
      for (int i = 0; i < 3; i++) {
        f[i] = whole.fractional(atom, i) - Math.rint(whole.fractional(atom, i));
      }
      double[] arm = lattice.toCartesian(f);
      double distance = Math.sqrt(arm[0] * arm[0] + arm[1] * arm[1] + arm[2] * arm[2]);
      for (int i = 0; i < 3; i++) {
        cartesian[3 * atom + i] -= .4 * arm[i] / Math.pow(distance, 3);
      }
    }
    int[] rest = Arrays.copyOfRange(whole.atomicNumbers(), 1, whole.atomCount());
    double[] positions = Arrays.copyOfRange(cartesian, 3, cartesian.length);
    ParentLattice parent =
        ParentLattice.find(Crystal.ofCartesian(lattice, rest, positions)).orElseThrow();
    assertThat(parent.cells()).isEqualTo(64);
    assertThat(parent.symmetry(.1).number()).isEqualTo(225);
  }

  /** Of twelve crystals, damaged so that small pieces are lost, ever more are right. */
  @Test
  void moreAtomsNeverMakeItWorse() {
    int before = 0;
    for (int edge : new int[] {2, 3, 4, 6}) {
      int right = 0;
      for (Prototype prototype : Prototype.elements()) {
        Breaker breaker = new Breaker(21);
        Crystal whole = breaker.disguise(prototype.primitive().supercell(edge, edge, edge));
        Crystal given = breaker.vacancies(breaker.displacements(whole, .15), .4);
        int group = ParentLattice.find(given).map(p -> p.symmetry(.1).number()).orElse(0);
        right += group == prototype.spaceGroup() ? 1 : 0;
      }
      assertThat(right).as("%d cells an edge", edge).isGreaterThanOrEqualTo(before);
      before = right;
    }
    assertThat(before).isEqualTo(Prototype.elements().size());
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
