package org.laue.prototypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.StableRandom;
import org.laue.structure.ClassScheme;
import org.laue.structure.CoordinateTriplet;
import org.laue.structure.Crystal;

class PrototypeTableTest {
  private static final List<Integer> IRON = List.of(26);

  static List<Prototype> all() {
    return PrototypeTable.all();
  }

  @Test
  void everyClassHasACoreAndManyOccupations() {
    ClassScheme paper = ClassScheme.paper();
    for (String label : paper.labels()) {
      assertThat(PrototypeTable.of(paper, label, Tier.CORE)).isNotEmpty();
      assertThat(PrototypeTable.of(paper, label, Tier.MORE)).hasSizeGreaterThanOrEqualTo(10);
    }
    assertThat(all().stream().map(Prototype::spaceGroup).distinct())
        .containsExactlyInAnyOrder(139, 141, 166, 194, 221, 225, 227, 229);
  }

  @ParameterizedTest
  @MethodSource("all")
  void sitesUseTheListedParametersAndNoOthers(Prototype prototype) {
    Set<String> used = new TreeSet<>();
    prototype.sites().forEach(s -> used.addAll(CoordinateTriplet.parse(s.triplet()).names()));
    Set<String> listed =
        prototype.parameters().stream().map(FreeParameter::name).collect(Collectors.toSet());
    assertThat(listed.contains("ca")).isEqualTo(prototype.spaceGroup() < 200);
    listed.remove("ca");
    assertThat(listed).isEqualTo(used);
    assertThat(prototype.weight()).isPositive();
  }

  /** A Pearson symbol counts the atoms of the conventional cell, of the primitive one for hR. */
  @ParameterizedTest
  @MethodSource("all")
  void pearsonSymbolsCountTheAtoms(Prototype prototype) {
    String symbol = prototype.name().split("-")[0];
    if (symbol.matches("[cth][PFIR]\\d+")) {
      int atoms = Integer.parseInt(symbol.substring(2)) * (symbol.charAt(1) == 'R' ? 3 : 1);
      assertThat(centre(prototype).atomCount()).isEqualTo(atoms);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fcc, 4",
    "bcc, 2",
    "sc, 1",
    "diamond, 8",
    "hcp, 2",
    "dhcp, 4",
    "graphite, 4",
    "lonsdaleite, 4",
    "beta-Po, 3",
    "alpha-As, 6",
    "alpha-Sm, 9",
    "alpha-B, 36",
    "In, 2",
    "beta-Sn, 4"
  })
  void knownStructuresHaveTheirAtoms(String name, int atoms) {
    assertThat(centre(PrototypeTable.find(name).orElseThrow()).atomCount()).isEqualTo(atoms);
  }

  /** Smallest nearest-neighbour distance in use, over the cube root of the volume per atom. */
  private static final double CLOSEST = 0.66;

  @ParameterizedTest
  @MethodSource("all")
  void atomsKeepTheirDistanceInEveryCornerOfTheRanges(Prototype prototype) {
    int corners = 1 << prototype.parameters().size();
    for (int corner = 0; corner < corners; corner++) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (FreeParameter parameter : prototype.parameters()) {
        boolean high = (corner >> values.size() & 1) == 1;
        values.put(parameter.name(), high ? parameter.high() : parameter.low());
      }
      assertThat(Packing.relativeDistance(prototype.build(IRON, 1, values)))
          .isBetween(CLOSEST, 1.1225);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void drawsStayInsideTheirRegion(Prototype prototype) {
    StableRandom random = new StableRandom(1);
    for (int region = 0; region < prototype.regions(); region++) {
      Map<String, Double> values = Regions.draw(prototype, region, random);
      for (FreeParameter parameter : prototype.parameters()) {
        assertThat(values.get(parameter.name())).isBetween(parameter.low(), parameter.high());
      }
      assertThat(regionOf(prototype, values)).isEqualTo(region);
    }
  }

  private static int regionOf(Prototype prototype, Map<String, Double> values) {
    int[] bins =
        prototype.parameters().stream()
            .mapToInt(p -> bin(p, values.get(p.name()), prototype.parameters().size()))
            .toArray();
    return bins.length == 0 ? 0 : bins[0] + (bins.length > 1 ? 3 * bins[1] : 0);
  }

  private static int bin(FreeParameter parameter, double value, int parameters) {
    int bins = parameters == 1 ? 8 : 3;
    return (int) (bins * (value - parameter.low()) / (parameter.high() - parameter.low()));
  }

  static Stream<Integer> elements() {
    return ElementSizes.known().stream();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void sizesOfElementsArePlausible(int atomicNumber) {
    ElementSizes.Size size = ElementSizes.of(atomicNumber);
    assertThat(size.volume()).isBetween(5.0, 120.0);
    assertThat(size.packing()).isBetween(0.3, 1.43);
  }

  @ParameterizedTest
  @CsvSource({
    "fcc, 29, 3.61",
    "fcc, 13, 4.05",
    "bcc, 26, 2.87",
    "bcc, 74, 3.16",
    "diamond, 14, 5.43",
    "diamond, 6, 3.57",
    "sc, 84, 3.36"
  })
  void elementsInTheirOwnStructureHaveTheirOwnSize(String name, int element, double edge) {
    Crystal crystal = PrototypeTable.find(name).orElseThrow().build(List.of(element), 1, Map.of());
    assertThat(crystal.lattice().lengths()[0] / edge).isBetween(0.99, 1.01);
  }

  private static Crystal centre(Prototype prototype) {
    Map<String, Double> values =
        prototype.parameters().stream()
            .collect(Collectors.toMap(FreeParameter::name, p -> (p.low() + p.high()) / 2));
    Crystal crystal = prototype.build(IRON, 1, values);
    assertThat(Arrays.stream(crystal.fractional())).allMatch(x -> x >= 0 && x < 1);
    return crystal;
  }
}
