package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laue.UserException;
import org.laue.structure.ClassScheme;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.tables.rows.StructureRow;

class NumberLabelsTest {
  private static final String GAP = "_mp_band_gap";

  private static StructureRow labelled(String scheme, Map<String, String> properties) {
    Crystal copper =
        Crystal.of(
            Lattice.ofRows(new double[] {0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0}),
            new int[] {29},
            new double[3]);
    return labels(scheme).label(StructureRow.unlabelled("here", 1, "Cu", copper, properties));
  }

  private static NumberLabels labels(String scheme) {
    ClassScheme classes = ClassScheme.load(scheme);
    return new NumberLabels(
        new SymmetryLabels(List.of(0.1), 0.1, -1, classes), GAP, "_mp_trusted", classes);
  }

  @ParameterizedTest
  @CsvSource({
    "metal, 0, metal",
    "metal, 1e-7, metal",
    "metal, 0.051, non-metal",
    "stability, 0.02, stable",
    "stability, 0.0201, unstable"
  })
  void theNumberTellsTheClassAndTheSpaceGroupIsKnownBesides(
      String scheme, String number, String label) {
    StructureRow row = labelled(scheme, Map.of(GAP, number));
    assertThat(row.labels().found()).isEqualTo(label);
    assertThat(row.symmetry().spaceGroup()).isEqualTo(225);
    assertThat(labels(scheme).withoutClass(row)).isEmpty();
  }

  @Test
  void whatIsOfNoClassHasItsReason() {
    StructureRow between = labelled("metal", Map.of(GAP, "0.05"));
    assertThat(between.labels().found()).isNull();
    assertThat(labels("metal").withoutClass(between)).contains("of no class by " + GAP);
    StructureRow without = labelled("metal", Map.of("_gap", "1"));
    assertThat(without.labels().found()).isNull();
    assertThat(labels("metal").withoutClass(without)).contains("without " + GAP);
  }

  @Test
  void aNumberThatItsSourceDoubtsTellsNoClass() {
    StructureRow doubted = labelled("metal", Map.of(GAP, "1", "_mp_trusted", "False"));
    assertThat(doubted.labels().found()).isNull();
    assertThat(labels("metal").withoutClass(doubted)).contains("not _mp_trusted");
    assertThat(labelled("metal", Map.of(GAP, "1", "_mp_trusted", "true")).labels().found())
        .isEqualTo("non-metal");
  }

  @ParameterizedTest
  @CsvSource({
    "bulk-modulus, 85, soft",
    "bulk-modulus, 85.1, stiff",
    "bulk-modulus-100, 100, soft",
    "bulk-modulus-100, 100.1, stiff",
    "shear-modulus, 34, soft",
    "shear-modulus, 34.1, stiff",
    "shear-modulus-100, 100, soft",
    "shear-modulus-100, 101, stiff"
  })
  void stiffAndSoftAreToldByTheLimitsOfTheStudies(String scheme, double modulus, String label) {
    ClassScheme classes = ClassScheme.load(scheme);
    assertThat(classes.label(modulus)).isEqualTo(label);
    assertThat(classes.quantity()).contains(scheme.replace("-100", ""));
  }

  @Test
  void schemesOfNumbersAreReadFromText() {
    String text = "name hard\nsoft | modulus <= 85\nhard | modulus > 85\n";
    ClassScheme scheme = ClassScheme.parse(text, "hard.txt");
    assertThat(scheme.quantity()).contains("modulus");
    assertThat(scheme.label(85)).isEqualTo("soft");
    assertThat(ClassScheme.parse(scheme.text(), "again")).isEqualTo(scheme);
    assertThat(ClassScheme.paper().quantity()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a | x > 1;b | y < 1",
    "a | x > 1;b | 225 | *",
    "a | x > 1;b | x = 1",
    "a | x > 1;b | x < one"
  })
  void schemesThatNoNumberTellsAreRefused(String lines) {
    String text = "name odd\n" + lines.replace(';', '\n') + "\n";
    assertThatThrownBy(() -> ClassScheme.parse(text, "odd.txt")).isInstanceOf(UserException.class);
  }
}
