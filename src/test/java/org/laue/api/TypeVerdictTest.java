package org.laue.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Verdicts where the classes are structure types and the network, without training, knows none. */
class TypeVerdictTest {
  private static final Laue LAUE = Laue.of(UntrainedModels.images("types", 1));

  private static Crystal salt() {
    return HandMade.CRYSTALS.get("NaCl").atoms();
  }

  @Test
  void aCrystalWithANameIsOfThatType() {
    Map<String, String> types = Map.of("NaCl", "B1-NaCl", "Cu", "A1-Cu", "Fe", "A2-W");
    types.forEach(
        (name, type) -> {
          Answer answer = LAUE.classify(HandMade.CRYSTALS.get(name).atoms());
          assertThat(answer.verdict().label()).as(name).isEqualTo(type);
          assertThat(answer.verdict().probability()).isEqualTo(0.98);
        });
  }

  @Test
  void aBrokenCrystalIsOfTheTypeOfItsParent() {
    Crystal moved = DefectSpec.parse("displacement 0.05", "").apply(salt().supercell(3, 3, 3), 1);
    Answer answer = LAUE.classify(DefectSpec.parse("vacancy 0.2", "").apply(moved, 2));
    assertThat(answer.verdict().label()).isEqualTo("B1-NaCl");
    assertThat(answer.verdict().probability()).isBetween(0.9, 0.98);
    assertThat(answer.warnings())
        .filteredOn(warning -> warning.code() == Warning.Code.CONTRADICTION)
        .allMatch(warning -> warning.text().endsWith("the verdict follows the structure type"));
  }

  /** Caesium as graphite would have it, 7.8 A from layer to layer; with more no type has it. */
  @Test
  void layersAreOfTheirTypeAndSlabsAreUnknown() {
    Answer layers = LAUE.classify(graphite(15.6));
    assertThat(layers.verdict().label()).isEqualTo("A9-C");
    assertThat(layers.warnings())
        .extracting(Warning::code)
        .contains(Warning.Code.SURFACE_OR_LAYER, Warning.Code.CONTRADICTION);
    Crystal copper = HandMade.CRYSTALS.get("Cu").atoms().supercell(4, 4, 3);
    for (Crystal other : List.of(graphite(40), slab(copper))) {
      assertThat(LAUE.classify(other).verdict().reason()).isEqualTo("surface or layer");
    }
  }

  private static Crystal graphite(double c) {
    double third = 1 / 3.0;
    return Crystal.of(
        Lattice.ofParameters(5.2, 5.2, c, 90, 90, 120),
        new int[] {55, 55, 55, 55},
        new double[] {0, 0, .25, 0, 0, .75, third, 2 * third, .25, 2 * third, third, .75});
  }

  /** With as much vacuum above. */
  private static Crystal slab(Crystal whole) {
    Lattice longer = whole.lattice().transformed(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 2});
    return Crystal.ofCartesian(longer, whole.atomicNumbers(), whole.cartesian());
  }

  /** Elements share its sites, so that the name proves nothing; groups of both classes are 225. */
  @Test
  void aNameThatIsNotProvenAndANetworkThatSaysAnotherLeaveItUnknown(@TempDir Path folder)
      throws IOException {
    Path classes = folder.resolve("two.classes");
    Files.writeString(
        classes, "name two\nB1-NaCl | 225 | B1-NaCl | 1\nC1-CaF2 | 225 | C1-CaF2 | 1\n");
    Crystal salt = salt().supercell(4, 4, 4);
    Set<String> said = new HashSet<>();
    for (int seed = 1; seed <= 6; seed++) {
      Laue network = Laue.of(UntrainedModels.images(classes.toString(), seed));
      Answer answer = network.classify(DefectSpec.parse("substitution 0.2", "").apply(salt, seed));
      boolean agrees = answer.network().label().equals("B1-NaCl");
      assertThat(answer.verdict().isKnown()).isEqualTo(agrees);
      assertThat(answer.contradiction().isPresent()).isEqualTo(!agrees);
      said.add(answer.network().label());
    }
    assertThat(said).hasSize(2);
  }

  /** Mg6MnO8: rock salt with empty sites in order, group 225 as rock salt, of no listed type. */
  @Test
  void aCrystalWithoutANameIsUnknownWhateverTheNetworkGuesses() {
    Answer answer = LAUE.classify(suzukiPhase());
    assertThat(answer.spaceGroup()).hasValue(225);
    assertThat(answer.structureType()).isEmpty();
    assertThat(answer.verdict().isKnown()).isFalse();
    assertThat(answer.verdict().reason()).contains("no structure type that the model knows");
  }

  /** Mg on 24d, Mn on 4a, O on 24e and 8c. */
  private static Crystal suzukiPhase() {
    double[][] centres = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
    Map<Integer, double[][]> sites =
        Map.of(
            25, new double[][] {{0, 0, 0}},
            12,
                new double[][] {
                  {0, .25, .25},
                  {0, .75, .25},
                  {.25, 0, .25},
                  {.25, 0, .75},
                  {.25, .25, 0},
                  {.75, .25, 0}
                },
            8,
                new double[][] {
                  {.23, 0, 0},
                  {.77, 0, 0},
                  {0, .23, 0},
                  {0, .77, 0},
                  {0, 0, .23},
                  {0, 0, .77},
                  {.25, .25, .25},
                  {.75, .75, .75}
                });
    List<Integer> numbers = new ArrayList<>();
    List<Double> fractional = new ArrayList<>();
    new TreeMap<>(sites)
        .forEach(
            (number, own) -> {
              for (double[] site : own) {
                for (double[] centre : centres) {
                  numbers.add(number);
                  for (int axis = 0; axis < 3; axis++) {
                    fractional.add((site[axis] + centre[axis]) % 1);
                  }
                }
              }
            });
    return Crystal.of(
        Lattice.ofParameters(8.38, 8.38, 8.38, 90, 90, 90),
        numbers.stream().mapToInt(z -> z).toArray(),
        fractional.stream().mapToDouble(x -> x).toArray());
  }

  @Test
  void classesWithoutAModelAreSaid() {
    assertThatThrownBy(() -> Laue.shipped("lattices"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lattices")
        .hasMessageContaining("paper and types");
    assertThat(Laue.shipped("paper").model().labels()).contains("fcc");
  }

  @Test
  void theModelThatComesWithLaueKnowsBrokenElementsByTheNetworkToo() {
    Laue shipped = Laue.shipped("types");
    assertThat(shipped.model().labels()).hasSize(128);
    Map.of("Cu", "A1-Cu", "Fe", "A2-W", "Mg", "A3-Mg")
        .forEach(
            (name, type) -> {
              Crystal whole = HandMade.CRYSTALS.get(name).atoms().supercell(5, 5, 4);
              Answer answer = shipped.classify(DefectSpec.parse("vacancy 0.3", "").apply(whole, 1));
              assertThat(answer.network().label()).as(name).isEqualTo(type);
              assertThat(answer.verdict().label()).as(name).isEqualTo(type);
            });
  }
}
