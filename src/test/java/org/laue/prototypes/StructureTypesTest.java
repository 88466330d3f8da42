package org.laue.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.StableRandom;
import org.laue.structure.ClassScheme;
import org.laue.structure.CoordinateTriplet;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.Normaliser;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.groups.WyckoffPosition;
import org.laue.symmetry.groups.WyckoffTable;
import org.laue.symmetry.operations.Tolerance;
import org.laue.symmetry.parent.Breaker;

/** Every structure type of the table is what it says, and is found again in any description. */
class StructureTypesTest {
  private static final List<Integer> ELEMENTS = List.of(26, 13, 51, 37);
  private static final Tolerance TOLERANCE = Tolerance.of(1e-2);

  static List<StructureType> all() {
    return StructureTypes.all();
  }

  private static Map<String, Double> values(StructureType type, double unit) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (FreeParameter p : type.prototype().parameters()) {
      values.put(p.name(), p.low() + unit * (p.high() - p.low()));
    }
    return values;
  }

  private static Crystal crystal(StructureType type, double unit) {
    return type.prototype().build(ELEMENTS, 1, values(type, unit));
  }

  private static SymmetryDataset symmetry(Crystal crystal) {
    return SymmetryFinder.symmetry(crystal, TOLERANCE);
  }

  private static String nameOf(Crystal crystal) {
    return StructureTypes.of(symmetry(crystal)).map(StructureType::label).orElse("");
  }

  @Test
  void thereAreMoreThanFortyWithDifferentNames() {
    assertThat(StructureTypes.names()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    assertThat(StructureTypes.find("C15-MgCu2")).map(StructureType::label).hasValue("C15 MgCu2");
    assertThat(PrototypeTable.all())
        .extracting(Prototype::name)
        .doesNotContainAnyElementsOf(StructureTypes.names());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFinderConfirmsGroupAndAtoms(StructureType type) {
    for (double unit : new double[] {0.1, 0.5, 0.9}) {
      SymmetryDataset found = symmetry(crystal(type, unit));
      assertThat(found.number()).isEqualTo(type.prototype().spaceGroup());
      assertThat(found.standardCell(true).atomCount()).isEqualTo(type.atoms());
      assertThat(found.primitiveCell().atomCount()).isLessThanOrEqualTo(TypeMatch.MOST_ATOMS);
    }
  }

  /** Group and occupied positions of the AFLOW label, up to the choice of origin and axes. */
  @ParameterizedTest
  @MethodSource("all")
  void theFinderConfirmsTheAflowLabel(StructureType type) {
    String[] parts = type.aflow().split("_", 4);
    assertThat(Integer.parseInt(parts[2])).isEqualTo(type.prototype().spaceGroup());
    SymmetryDataset found = symmetry(crystal(type, 0.5));
    List<WyckoffPosition> table = WyckoffTable.of(found.number());
    List<String> possible =
        Normaliser.of(found.hallNumber()).stream()
            .map(choice -> letters(found, table, choice.positions()))
            .toList();
    // the axes of Fddd may be exchanged, and its letters e, f and g with them
    String expected = parts[3].replace(type.label().equals("C54 TiSi2") ? 'e' : ' ', 'f');
    assertThat(possible).contains(sorted(Arrays.stream(expected.split("_")).toList()));
  }

  /** For each element the letters of its orbits; the elements in the order of these. */
  private static String letters(SymmetryDataset found, List<WyckoffPosition> table, int[] to) {
    Map<Integer, String> byElement = new LinkedHashMap<>();
    int[] equivalent = found.equivalentAtoms();
    for (int atom = 0; atom < equivalent.length; atom++) {
      if (equivalent[atom] == atom) {
        char letter = found.wyckoffLetters().get(atom).charAt(0);
        int position = 0;
        while (table.get(position).letter() != letter) {
          position++;
        }
        byElement.merge(
            found.crystal().atomicNumber(atom),
            String.valueOf(table.get(to[position]).letter()),
            String::concat);
      }
    }
    return sorted(List.copyOf(byElement.values()));
  }

  private static String sorted(List<String> letters) {
    return letters.stream()
        .map(StructureTypesTest::written)
        .map(
            text ->
                text.chars()
                    .sorted()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .sorted()
        .toList()
        .toString();
  }

  /** "ac2g" as "acgg". */
  private static String written(String letters) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      boolean digit = Character.isDigit(letters.charAt(i));
      int times = digit ? letters.charAt(i++) - '0' : 1;
      out.append(String.valueOf(letters.charAt(i)).repeat(times));
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sitesAreWrittenInTheStandardSettingWithTheirParameters(StructureType type) {
    TreeSet<String> used = new TreeSet<>();
    for (Prototype.Site site : type.prototype().sites()) {
      CoordinateTriplet triplet = CoordinateTriplet.parse(site.triplet());
      triplet.names().forEach(name -> assertThat(used.add(name)).as(name).isTrue());
      double[] point = triplet.evaluate(values(type, 0.37));
      assertThat(
              WyckoffTable.of(type.prototype().spaceGroup()).stream()
                  .filter(p -> p.letter() == site.wyckoff().charAt(0))
                  .anyMatch(p -> isOn(p, type, point)))
          .as(site.toString())
          .isTrue();
    }
    List<String> listed = new ArrayList<>();
    type.prototype().parameters().forEach(p -> listed.add(p.name()));
    int group = type.prototype().spaceGroup();
    assertThat(listed.contains("ca")).isEqualTo(group < 195);
    assertThat(listed.contains("ba")).isEqualTo(group < 75);
    listed.removeAll(List.of("ca", "ba"));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(used);
  }

  private static boolean isOn(WyckoffPosition position, StructureType type, double[] point) {
    return SpaceGroupGenerators.orbit(type.prototype().generators(), point).stream()
        .map(position::displacement)
        .anyMatch(d -> Math.abs(d[0]) + Math.abs(d[1]) + Math.abs(d[2]) < 1e-9);
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsCrystalsHaveItsNameInAnyBasisOriginOrientationAndOrder(StructureType type) {
    StableRandom random = new StableRandom(type.label().hashCode());
    Breaker breaker = new Breaker(type.label().hashCode());
    for (int round = 0; round < 4; round++) {
      Crystal crystal = crystal(type, random.nextDouble(0.02, 0.98));
      Crystal supercell = round == 3 ? crystal.supercell(1, 2, 1) : crystal;
      assertThat(nameOf(breaker.disguise(supercell))).isEqualTo(type.label());
      assertThat(nameOf(breaker.disguise(mirrored(crystal)))).isEqualTo(type.label());
    }
  }

  private static Crystal mirrored(Crystal crystal) {
    double[] positions = Arrays.stream(crystal.fractional()).map(x -> -x).toArray();
    return Crystal.of(crystal.lattice(), crystal.atomicNumbers(), positions);
  }

  /** The ranges of types with the same sites do not meet, so that there is one match at most. */
  @ParameterizedTest
  @MethodSource("all")
  void itsCrystalsAreOfNoOtherType(StructureType type) {
    for (double unit : new double[] {0, 0.5, 1}) {
      assertThat(StructureTypes.matches(symmetry(crystal(type, unit)))).hasSizeLessThan(2);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void crystalsBeyondItsRangesHaveAnotherNameOrNone(StructureType type) {
    for (FreeParameter parameter : type.prototype().parameters()) {
      Map<String, Double> values = new LinkedHashMap<>(values(type, 0.5));
      values.put(parameter.name(), parameter.low() - 0.6 * (parameter.high() - parameter.low()));
      Crystal beyond = type.prototype().build(ELEMENTS, 1, values);
      assertThat(nameOf(beyond)).as(parameter.toString()).isNotEqualTo(type.label());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B1 NaCl  | ",
        "B2 CsCl  | ",
        "B3 ZnS   | ",
        "B4 ZnS   | ca=1.632993, z=0.375",
        "B32 NaTl | ",
        "L1_0 CuAu| ca=1.414214",
        "L1_1 CuPt| ca=4.898979",
        "L1_2 Cu3Au | ",
        "D0_3 BiF3| ",
        "D0_19 Ni3Sn | ca=0.816497, x=0.8333333",
        "D0_22 TiAl3 | ca=2",
        "D0_23 ZrAl3 | ca=4, z=0.125, u=0.375",
        "D0_24 Ni3Ti | ca=1.632993, x=0.8333333",
        "D1_a MoNi4  | ca=0.632456, x=0.4, y=0.8",
        "B19 AuCd | ba=0.612372, ca=1.0606602, z=0.1666667, u=0.6666667",
        "L2_1 Cu2MnAl | ",
        "Xa CuHg2Ti | ",
        "LiMgPdSn | ",
        "E1_1 CuFeS2 | ca=2, x=0.25"
      })
  void withOneElementAndIdealSitesTheLatticeIsLeft(String label, String ideal) {
    StructureType type =
        all().stream().filter(t -> t.label().equals(label.strip())).findFirst().orElseThrow();
    Map<String, Double> values = new LinkedHashMap<>();
    for (String entry : ideal == null ? new String[0] : ideal.split(",")) {
      String[] sides = entry.strip().split("=");
      values.put(sides[0], Double.parseDouble(sides[1]));
    }
    Crystal shape = type.prototype().build(ELEMENTS, 1, values);
    int[] alike = new int[shape.atomCount()];
    Arrays.fill(alike, 29);
    Crystal lattice = Crystal.of(shape.lattice(), alike, shape.fractional());
    assertThat(StructureTypes.of(symmetry(lattice)).map(StructureType::lattice))
        .hasValue(type.lattice());
  }

  @Test
  void everyDecoratedLatticeIsAmongThose() {
    assertThat(
            all().stream().filter(t -> t.prototype().speciesCount() > 1 && !t.lattice().isEmpty()))
        .hasSize(19);
    assertThat(all().stream().map(StructureType::lattice))
        .isSubsetOf("fcc", "bcc", "hcp", "dhcp", "sc", "diamond", "lonsdaleite", "");
  }

  @Test
  void theSchemesThatComeWithLaueAgreeWithTheTable() {
    ClassScheme types = ClassScheme.shipped("types").orElseThrow();
    ClassScheme lattices = ClassScheme.shipped("lattices").orElseThrow();
    assertThat(types.labels()).isEqualTo(StructureTypes.names());
    for (StructureType type : all()) {
      Prototype prototype = type.prototype();
      assertThat(types.label(prototype.spaceGroup(), prototype.name())).isEqualTo(prototype.name());
      assertThat(lattices.label(prototype.spaceGroup(), prototype.name()))
          .isEqualTo(type.lattice().isEmpty() ? null : type.lattice());
    }
  }

  @Test
  void aSetOfAllTypesHasElementsThatDifferWhereTheSpeciesDo() {
    ClassScheme types = ClassScheme.shipped("types").orElseThrow();
    PrototypeSettings settings =
        PrototypeSettings.parse(types, "balanced", 2 * all().size(), 1).withTier(Tier.CORE);
    List<PrototypePlan> plans = Prototypes.plan(settings);
    assertThat(plans).hasSize(2 * all().size());
    for (PrototypePlan plan : plans) {
      StructureType type = StructureTypes.find(plan.prototype()).orElseThrow();
      assertThat(plan.label()).isEqualTo(type.prototype().name());
      assertThat(plan.elements()).hasSize(type.prototype().speciesCount()).doesNotHaveDuplicates();
      assertThat(plan.build().crystal().atomCount()).isEqualTo(type.atoms());
    }
    assertThat(plans.stream().map(PrototypePlan::elements).distinct().count())
        .isGreaterThan(plans.size() * 9L / 10);
  }

  /** The paper's classes are told by their groups alone, and made of one element as before. */
  @Test
  void classesThatNameNoTypeAreMadeOfOneElement() {
    assertThat(Prototypes.plan(PrototypeSettings.balanced(700, 1)))
        .allMatch(plan -> plan.elements().size() == 1)
        .noneMatch(plan -> StructureTypes.find(plan.prototype()).isPresent());
  }

  static Stream<Crystal> nameless() {
    Lattice cube = Lattice.ofParameters(4, 4, 4, 90, 90, 90);
    return Stream.of(
        // between bcc and fcc
        Crystal.of(Lattice.ofParameters(4, 4, 4.8, 90, 90, 90), new int[] {29, 29}, PAIR),
        // caesium chloride's cell with the second atom off its site
        Crystal.of(cube, new int[] {55, 17}, new double[] {0, 0, 0, 0.5, 0.5, 0.45}),
        // perovskite with a fourth element
        Crystal.of(
            cube,
            new int[] {20, 22, 8, 8, 9},
            new double[] {0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, .5, .5, 0}));
  }

  private static final double[] PAIR = {0, 0, 0, 0.5, 0.5, 0.5};

  @ParameterizedTest
  @MethodSource("nameless")
  void aCrystalOfNoTypeStaysWithoutAName(Crystal crystal) {
    assertThat(nameOf(crystal)).isEmpty();
  }
}
