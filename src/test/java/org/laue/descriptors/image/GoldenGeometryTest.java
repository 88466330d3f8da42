package org.laue.descriptors.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;

/** Cells, replicas, supercells and bond lengths against the golden values. */
class GoldenGeometryTest {
  private static final Offset<Double> TIGHT = within(1e-9);

  static Stream<JsonNode> prototypes() throws IOException {
    return stream(GoldenValues.intermediate().get("avg_nn_and_cells"));
  }

  static List<GoldenCase> cases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void standardOrientationOfTheConventionalCell(JsonNode prototype) {
    Crystal standard = StandardOrientation.of(crystal(prototype, "spglib_conventional"));
    Crystal golden = crystal(prototype, "standard");
    assertThat(standard.lattice().rows()).containsExactly(golden.lattice().rows(), TIGHT);
    assertThat(standard.fractional()).containsExactly(golden.fractional(), TIGHT);
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void replicasAtomsAndBondLength(JsonNode prototype) {
    Crystal standard = StandardOrientation.of(crystal(prototype, "spglib_conventional"));
    Crystal supercell = Supercells.build(standard, 256);
    int[] golden = GoldenValues.integers(prototype.get("replicas"));
    assertThat(Supercells.replicas(standard, 256)).containsExactly(golden);
    assertThat(supercell.atomCount()).isEqualTo(prototype.get("n_atoms").asInt());
    assertThat(BondLength.MEAN_NEAREST.of(supercell))
        .isCloseTo(prototype.get("avg_nn_A").asDouble(), TIGHT);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void supercellAndBondLengthOfEveryCase(GoldenCase golden) {
    Crystal built = Supercells.build(golden.cell(), 256);
    double[] expected = golden.cluster().periodicLattice().orElseThrow().rows();
    assertThat(Supercells.replicas(golden.cell(), 256)).containsExactly(golden.replicas());
    if (!golden.name().endsWith("randrot")) {
      assertThat(built.lattice().rows()).containsExactly(expected, TIGHT);
    }
    if (golden.name().endsWith("pristine")) {
      assertThat(built.cartesian()).containsExactly(golden.cluster().cartesian(), within(1e-6));
    }
    assertThat(BondLength.MEAN_NEAREST.of(golden.cluster()))
        .isCloseTo(golden.bondLength(), within(1e-10));
  }

  @Test
  void everyPointOfTheRhombohedralPath() throws IOException {
    try (DataInputStream in = GoldenCase.open("rhombohedral-path.gz")) {
      for (int left = in.readInt(); left > 0; left--) {
        assertPoint(in);
      }
    }
  }

  private static void assertPoint(DataInputStream in) throws IOException {
    Lattice cell = Lattice.ofRows(GoldenCase.doubles(in, 9));
    int basis = in.readInt();
    int[] polonium = new int[basis];
    Arrays.fill(polonium, 84);
    Crystal conventional = Crystal.of(cell, polonium, GoldenCase.doubles(in, 3 * basis));
    int[] replicas = {in.readInt(), in.readInt(), in.readInt()};
    double[] standard = GoldenCase.doubles(in, 9);
    double bondLength = in.readDouble();
    Crystal oriented = StandardOrientation.of(conventional);
    assertThat(oriented.lattice().rows()).containsExactly(standard, TIGHT);
    assertThat(Supercells.replicas(oriented, 256)).containsExactly(replicas);
    assertThat(BondLength.MEAN_NEAREST.of(Supercells.build(oriented, 256)))
        .isCloseTo(bondLength, TIGHT);
  }

  private static Crystal crystal(JsonNode prototype, String kind) {
    double[] rows = GoldenValues.numbers(prototype.get(kind + "_cell"));
    double[] fractional = GoldenValues.numbers(prototype.get(kind + "_frac"));
    int[] numbers = new int[fractional.length / 3];
    Arrays.fill(numbers, 29);
    return Crystal.of(Lattice.ofRows(rows), numbers, fractional);
  }

  private static Stream<JsonNode> stream(JsonNode object) {
    return java.util.stream.StreamSupport.stream(object.spliterator(), false);
  }

  /** The file of intermediate values. */
  static final class GoldenValues {
    private GoldenValues() {}

    static JsonNode intermediate() throws IOException {
      return new ObjectMapper()
          .readTree(GoldenValues.class.getResourceAsStream("golden-intermediate.json"));
    }

    static double[] numbers(JsonNode node) {
      if (!node.isArray()) {
        return new double[] {node.asDouble()};
      }
      return stream(node).flatMapToDouble(child -> Arrays.stream(numbers(child))).toArray();
    }

    static int[] integers(JsonNode node) {
      return Arrays.stream(numbers(node)).mapToInt(x -> (int) x).toArray();
    }
  }
}
