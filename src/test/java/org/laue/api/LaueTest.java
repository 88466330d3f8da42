package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.prototypes.StructureType;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.operations.Tolerance;

class LaueTest {
  private static final Laue LAUE = Laue.load();

  private static Crystal cubic(double a, int[] numbers, double... fractional) {
    return Crystal.of(Lattice.ofParameters(a, a, a, 90, 90, 90), numbers, fractional);
  }

  private static Crystal copper() {
    double[] sites = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
    return cubic(3.61, new int[] {29, 29, 29, 29}, sites);
  }

  @Test
  void copperIsFaceCentredAndNothingWarns() {
    Answer answer = LAUE.classify(copper());
    assertThat(answer.verdict().label()).isEqualTo("fcc");
    assertThat(answer.verdict().probability()).isEqualTo(answer.network().probability());
    assertThat(answer.spaceGroup()).hasValue(225);
    assertThat(answer.structureType().map(StructureType::label)).hasValue("A1 Cu");
    assertThat(answer.baselines().tight()).hasValue(225);
    assertThat(answer.parent()).isEmpty();
    assertThat(answer.warnings()).isEmpty();
    assertThat(answer.network().probabilities().values().stream().mapToDouble(p -> p).sum())
        .isBetween(0.9999, 1.0001);
    assertThat(Laue.symmetry(copper(), Tolerance.of(0.01)).number()).isEqualTo(225);
    assertThat(Laue.parent(copper())).isEmpty();
  }

  @Test
  void aVacancyIsCounted() {
    Crystal whole = copper().supercell(3, 3, 3);
    int count = whole.atomCount() - 1;
    Crystal broken =
        Crystal.of(
            whole.lattice(),
            java.util.Arrays.copyOf(whole.atomicNumbers(), count),
            java.util.Arrays.copyOf(whole.fractional(), 3 * count));
    Answer answer = LAUE.classify(broken);
    assertThat(answer.spaceGroup()).hasValue(225);
    Parent parent = answer.parent().orElseThrow();
    assertThat(parent.vacancies()).isEqualTo(1);
    assertThat(parent.interstitials()).isZero();
    assertThat(parent.substitutions()).isZero();
    assertThat(parent.occupancy()).isEqualTo(count / 108.0);
    assertThat(parent.certainty()).isBetween(0.9, 1.0);
  }

  /** What is said of a crystal that none of the paper's classes holds is its group. */
  @Test
  void aCrystalOfAnotherGroupIsUnknownByItsGroup() {
    Answer rutile = LAUE.classify(HandMade.CRYSTALS.get("TiO2").atoms());
    assertThat(rutile.verdict().isKnown()).isFalse();
    assertThat(rutile.verdict().reason()).isEqualTo("another crystal: space group 136");
    double[] sites = {.1, .2, .3, .4, .6, .7, .9, .8, .15};
    Crystal triclinic =
        Crystal.of(Lattice.ofParameters(4, 5, 6, 80, 95, 100), new int[] {12, 8, 26}, sites);
    double[] pair = {.1, .2, .3, .9, .8, .7, 0, 0, 0};
    Crystal centred = Crystal.of(triclinic.lattice(), new int[] {8, 8, 26}, pair);
    assertThat(LAUE.classify(centred).verdict().reason())
        .isEqualTo("another crystal: space group 2");
  }

  /** Caesium chloride is primitive cubic: with unlike atoms it looks body-centred to the eye. */
  @Test
  void whereTheNetworkExcludesAnExactGroupOfACompoundTheGroupIsFollowed() {
    int contradicted = 0;
    for (int[] pair : new int[][] {{55, 17}, {26, 27}, {28, 13}, {37, 53}}) {
      Answer answer = LAUE.classify(cubic(4.1, pair, 0, 0, 0, .5, .5, .5));
      boolean agree = answer.network().label().equals("sc");
      assertThat(answer.spaceGroup()).hasValue(221);
      assertThat(answer.verdict().label()).isEqualTo("sc");
      assertThat(answer.verdict().probability()).isGreaterThan(0.9);
      assertThat(answer.contradiction().isPresent()).isEqualTo(!agree);
      assertThat(answer.warnings())
          .filteredOn(warning -> warning.code() == Warning.Code.CONTRADICTION)
          .hasSize(agree ? 0 : 1)
          .allMatch(warning -> warning.text().endsWith("the verdict follows the space group"));
      contradicted += agree ? 0 : 1;
    }
    assertThat(contradicted).isPositive();
  }

  /** Broken caesium chloride: its parent is as good a witness as an exact cell. */
  @Test
  void aBrokenCompoundIsOfTheClassOfItsParent() {
    Crystal whole = cubic(4.12, new int[] {55, 17}, 0, 0, 0, .5, .5, .5).supercell(5, 5, 5);
    Crystal moved = DefectSpec.parse("displacement 0.05", "").apply(whole, 1);
    Answer answer = LAUE.classify(DefectSpec.parse("vacancy 0.2", "").apply(moved, 2));
    assertThat(answer.spaceGroup()).hasValue(221);
    assertThat(answer.verdict().label()).isEqualTo("sc");
    assertThat(answer.structureType().map(StructureType::label)).hasValue("B2 CsCl");
  }

  /** Magnesia with two cations in its sixteen: an order of the dopants is a crystal of its own. */
  @Test
  void aParentWhoseSitesAreSharedProvesNothing() {
    double[] sites = {
      0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, 0, 0, 0, .5, 0, 0, 0, .5, .5, .5, .5
    };
    int[] numbers = {12, 12, 12, 12, 8, 8, 8, 8};
    Crystal whole = cubic(4.21, numbers, sites).supercell(2, 2, 2);
    int[] doped = whole.atomicNumbers();
    int first = java.util.Arrays.stream(doped).boxed().toList().indexOf(12);
    doped[first] = 20;
    doped[first + 1] = 3;
    Crystal given = Crystal.of(whole.lattice(), doped, whole.fractional());
    Answer answer = LAUE.classify(DefectSpec.parse("displacement 0.03", "").apply(given, 1));
    assertThat(answer.parent().orElseThrow().substitutions()).isPositive();
    assertThat(answer.contradiction()).isPresent();
    assertThat(answer.verdict().isKnown()).isFalse();
  }

  /** A group that holds within 0.1 A only proves nothing against the network. */
  @Test
  void aDistortedCompoundThatTheNetworkDoesNotKnowIsUnknown() {
    double[] sites = {0, 0, 0, .51, .5, .5};
    Answer answer = LAUE.classify(cubic(4.12, new int[] {55, 17}, sites));
    assertThat(answer.spaceGroup()).hasValue(221);
    assertThat(answer.network().label()).isNotEqualTo("sc");
    assertThat(answer.verdict().reason()).isEqualTo("network and symmetry contradict each other");
  }

  @Test
  void anAtomAloneInABoxIsNoCrystal() {
    Answer answer = LAUE.classify(cubic(10, new int[] {44}, 0, 0, 0));
    assertThat(answer.verdict().label()).isEqualTo(Verdict.UNKNOWN);
    assertThat(answer.verdict().reason()).isEqualTo("isolated atoms");
  }

  @Test
  void aGroupOfNoClassIsAnotherCrystal() {
    double[] sites = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
    double[] all = java.util.Arrays.copyOf(sites, 24);
    for (int i = 0; i < 12; i++) {
      all[12 + i] = sites[i] + .25;
    }
    Answer answer = LAUE.classify(cubic(5.41, new int[] {30, 30, 30, 30, 16, 16, 16, 16}, all));
    assertThat(answer.spaceGroup()).hasValue(216);
    assertThat(answer.verdict().toString()).isEqualTo("unknown (another crystal: space group 216)");
  }

  /** As the cell that it was cut from, although its own atoms lie too well for that. */
  @Test
  void aBallIsNamedWithinTheToleranceOfACell() {
    Lattice strained = Lattice.ofParameters(2.87, 2.87, 2.92, 90, 90, 90);
    Crystal block =
        Crystal.of(strained, new int[] {26, 26}, new double[] {0, 0, 0, .5, .5, .5})
            .supercell(8, 8, 8);
    double[] all = block.cartesian();
    double[] ball = new double[all.length];
    int count = 0;
    for (int atom = 0; atom < block.atomCount(); atom++) {
      double x = all[3 * atom] - 11.5;
      double y = all[3 * atom + 1] - 11.6;
      double z = all[3 * atom + 2] - 11.7;
      if (x * x + y * y + z * z < 81) {
        ball[3 * count] = 0.6 * x - 0.8 * y;
        ball[3 * count + 1] = 0.8 * x + 0.6 * y;
        ball[3 * count + 2] = z;
        count++;
      }
    }
    int[] iron = java.util.Arrays.copyOf(block.atomicNumbers(), count);
    Answer answer = LAUE.classify(Cluster.of(iron, java.util.Arrays.copyOf(ball, 3 * count)));
    assertThat(answer.spaceGroup()).hasValue(229);
    assertThat(answer.verdict().label()).isEqualTo("bcc");
    assertThat(answer.warnings()).extracting(Warning::code).contains(Warning.Code.NEARLY);
  }

  /** Body-centred cubic but for 0.05 A along one axis: 139 as soon as one looks closely. */
  @Test
  void aGroupThatHoldsNearlyOnlyIsSaid() {
    Lattice strained = Lattice.ofParameters(2.87, 2.87, 2.92, 90, 90, 90);
    double[] sites = {0, 0, 0, .5, .5, .5};
    Answer answer = LAUE.classify(Crystal.of(strained, new int[] {26, 26}, sites));
    assertThat(answer.spaceGroup()).hasValue(229);
    assertThat(answer.baselines().medium()).hasValue(139);
    assertThat(answer.warnings())
        .filteredOn(warning -> warning.code() == Warning.Code.NEARLY)
        .singleElement()
        .extracting(Warning::text)
        .isEqualTo("space group 229 holds nearly only: within 0.01 A it is 139");
  }

  /** Tetragonal by 0.07 A in a cell, cubic within 0.1 A. */
  @Test
  void aRicherGroupWithinReachIsSaid() {
    Lattice strained = Lattice.ofParameters(3.61, 3.61, 3.68, 90, 90, 90);
    double[] sites = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
    Crystal cell = Crystal.of(strained, new int[] {29, 29, 29, 29}, sites).supercell(3, 3, 3);
    Crystal given = DefectSpec.parse("vacancy 0.1", "").apply(cell, 1);
    Answer answer = LAUE.classify(given);
    assertThat(answer.spaceGroup()).hasValue(139);
    assertThat(answer.warnings())
        .filteredOn(warning -> warning.code() == Warning.Code.NEARLY)
        .extracting(Warning::text)
        .containsExactly("space group 139, but within 0.1 A that of the mean sites is 225");
  }

  @Test
  void aFiniteClusterHasNoSpaceGroup() {
    Answer answer =
        LAUE.classify(Cluster.of(new int[] {29, 29}, new double[] {0, 0, 0, 2.5, 0, 0}));
    assertThat(answer.spaceGroup()).isEqualTo(OptionalInt.empty());
    assertThat(answer.warnings()).extracting(Warning::code).contains(Warning.Code.ORIENTATION);
    assertThat(LAUE.takingAtomsAsTheyAre().classify(copper()).spaceGroup()).isEmpty();
  }

  @Test
  void aModelIsOpenedByPathAndByUri(@TempDir Path directory) throws IOException {
    LAUE.model().save(directory);
    for (String location : new String[] {directory.toString(), directory.toUri().toString()}) {
      assertThat(Laue.load(location).model().parameters()).isEqualTo(LAUE.model().parameters());
    }
    assertThatThrownBy(() -> Laue.load(directory + "/none"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is no model");
  }

  @Test
  void itTravelsWithItsWeightsAndSettings() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(LAUE.withSymprec(0.02).takingAtomsAsTheyAre());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Laue other = (Laue) in.readObject();
      assertThat(other.imaging().parameters().cellSymprec()).isEqualTo(0.02);
      assertThat(other.imaging().takesAtomsAsTheyAre()).isTrue();
      Map<String, Double> here =
          LAUE.takingAtomsAsTheyAre().classify(copper()).network().probabilities();
      assertThat(other.classify(copper()).network().probabilities()).isEqualTo(here);
    }
  }
}
