package org.laue.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

class DefectsTest {
  private static final double EDGE = 2.87;
  private static final Crystal IRON =
      Crystal.of(
              Lattice.ofParameters(EDGE, EDGE, EDGE, 90, 90, 90),
              new int[] {26, 26},
              new double[] {0, 0, 0, 0.5, 0.5, 0.5})
          .supercell(6, 5, 5);

  private static Crystal damaged(String defect, long seed) {
    return DefectSpec.parse(defect, "").apply(IRON, seed, EDGE * Math.sqrt(0.75));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vacancy 0.25",
        "displacement 0.02",
        "scaled-displacement 0.1",
        "substitution 0.5 ternary",
        "bcc-to-sc 0.5",
        "displacement 0.02 + vacancy 0.1"
      })
  void equalSeedsGiveEqualCrystalsAndOthersDoNot(String defect) {
    Crystal before = Crystal.of(IRON.lattice(), IRON.atomicNumbers(), IRON.fractional());
    assertThat(damaged(defect, 5)).isEqualTo(damaged(defect, 5)).isNotEqualTo(damaged(defect, 6));
    assertThat(damaged(defect, 5).lattice()).isEqualTo(IRON.lattice());
    assertThat(IRON).isEqualTo(before);
  }

  @Test
  void pristineIsTheCrystalItself() {
    assertThat(DefectSpec.PRISTINE.apply(IRON, 1)).isEqualTo(IRON);
  }

  @ParameterizedTest
  @CsvSource({"0, 300", "0.01, 297", "0.001, 300", "0.25, 225", "0.7, 90", "0.999, 1"})
  void vacanciesRoundDown(String fraction, int left) {
    assertThat(damaged("vacancy " + fraction, 2).atomCount()).isEqualTo(left);
  }

  @Test
  void vacanciesLeaveTheOtherAtomsInOrder() {
    double[] all = IRON.fractional();
    double[] left = damaged("vacancy 0.3", 4).fractional();
    int next = 0;
    for (int i = 0; i < all.length && next < left.length; i += 3) {
      if (Arrays.equals(all, i, i + 3, left, next, next + 3)) {
        next += 3;
      }
    }
    assertThat(next).isEqualTo(left.length);
  }

  @ParameterizedTest
  @CsvSource({"displacement 0.05, 0.05", "scaled-displacement 0.02, 0.0497"})
  void displacementsAreNormalPerCartesianComponent(String defect, double sigma) {
    double[] before = IRON.fractional();
    double[] after = damaged(defect, 8).fractional();
    double[] moves = new double[before.length];
    for (int i = 0; i < moves.length; i++) {
      double d = after[i] - before[i];
      moves[i] = d - Math.rint(d);
    }
    double[] angstrom = IRON.lattice().toCartesian(moves);
    for (int axis = 0; axis < 3; axis++) {
      int offset = axis;
      double[] component =
          IntStream.range(0, IRON.atomCount()).mapToDouble(i -> angstrom[3 * i + offset]).toArray();
      double mean = Arrays.stream(component).average().orElseThrow();
      double square = Arrays.stream(component).map(x -> x * x).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(4 * sigma / Math.sqrt(300)));
      assertThat(Math.sqrt(square)).isCloseTo(sigma, within(0.15 * sigma));
    }
  }

  @Test
  void displacedAtomsAreWrappedIntoTheSupercell() {
    assertThat(Arrays.stream(damaged("displacement 0.1", 3).fractional()).boxed())
        .allSatisfy(x -> assertThat(x).isBetween(0.0, Math.nextDown(1.0)));
    Crystal justOutside =
        Crystal.of(IRON.lattice(), new int[] {26}, new double[] {-1e-18, 1.25, -2.5});
    assertThat(DefectSpec.parse("displacement 0", "").apply(justOutside, 1).fractional())
        .containsExactly(0, 0.25, 0.5);
  }

  @Test
  void scaledDisplacementWantsItsDistance() {
    DefectSpec scaled = DefectSpec.parse("scaled-displacement 0.1", "");
    assertThat(scaled.needsNearestNeighbour()).isTrue();
    assertThatThrownBy(() -> scaled.apply(IRON, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"binary, 2", "ternary, 3", "quinary, 5"})
  void substitutionsKeepSitesAndBringFewSpecies(String alloy, int atMost) {
    Set<Integer> seen = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Crystal alloyed = damaged("substitution 0.5 " + alloy, seed);
      assertThat(alloyed.fractional()).isEqualTo(IRON.fractional());
      Set<Integer> species = new HashSet<>();
      Arrays.stream(alloyed.atomicNumbers()).forEach(species::add);
      assertThat(species).hasSizeLessThanOrEqualTo(atMost).contains(26);
      seen.addAll(species);
    }
    assertThat(seen).allSatisfy(z -> assertThat(z).isBetween(1, 94)).hasSizeGreaterThan(70);
  }

  @Test
  void binarySubstitutionChangesFloorOfTheFraction() {
    int[] numbers = damaged("substitution 0.25 binary", 1).atomicNumbers();
    assertThat(Arrays.stream(numbers).filter(z -> z != 26)).hasSize(75);
  }

  @Test
  void bccToScTakesBodyCentresOnlyUpToSimpleCubic() {
    Crystal simpleCubic = damaged("bcc-to-sc 1", 1);
    assertThat(simpleCubic.atomCount()).isEqualTo(150);
    assertThat(IntStream.range(0, 150).mapToObj(i -> simpleCubic.fractional(i, 1) * 5))
        .allSatisfy(y -> assertThat(y - Math.rint(y)).isCloseTo(0, within(1e-9)));
    assertThat(damaged("bcc-to-sc 0.75", 1).atomCount()).isEqualTo(300 - 112);
    assertThatThrownBy(() -> damaged("vacancy 0.1 + bcc-to-sc 0.5", 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("undamaged supercell");
  }

  @Test
  void combinationsHappenInTheirOrder() {
    Crystal vacanciesFirst = damaged("vacancy 0.5 + substitution 0.5", 1);
    assertThat(vacanciesFirst.atomCount()).isEqualTo(150);
    assertThat(Arrays.stream(vacanciesFirst.atomicNumbers()).filter(z -> z != 26)).hasSize(75);
  }
}
