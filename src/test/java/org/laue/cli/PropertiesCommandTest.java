package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.api.PropertyQuestion;
import org.laue.api.ShippedProperties;
import org.laue.api.UntrainedModels;
import org.laue.learning.CrystalModel;

class PropertiesCommandTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void models() throws IOException {
    UntrainedModels.classes("crystal-system", 1).save(directory.resolve("system"));
    UntrainedModels.number("gap_ev", "eV", 1).save(directory.resolve("gap1"));
    UntrainedModels.number("gap_ev", "eV", 2).save(directory.resolve("gap2"));
    Files.writeString(
        directory.resolve("salt.vasp"),
        "NaCl\n1\n5.64 0 0\n0 5.64 0\n0 0 5.64\nNa Cl\n4 4\nDirect\n"
            + "0 0 0\n0 .5 .5\n.5 0 .5\n.5 .5 0\n.5 0 0\n0 .5 0\n0 0 .5\n.5 .5 .5\n");
    Files.writeString(
        directory.resolve("gas.vasp"), "gas\n1\n9 0 0\n0 9 0\n0 0 9\nMg\n1\nDirect\n0 0 0\n");
  }

  private static String place(String name) {
    return directory.resolve(name).toString();
  }

  private static JsonNode row(String said) throws IOException {
    String line = said.lines().filter(text -> text.startsWith("{")).findFirst().orElseThrow();
    return new ObjectMapper().readTree(line);
  }

  @Test
  void severalModelsGiveMeanAndDeviationAndSayWhatThatIs() throws IOException {
    double first = gap("gap1");
    double second = gap("gap2");
    LaueCall call =
        LaueCall.of(
            "properties",
            "--json",
            "--model",
            place("gap1"),
            "--model",
            place("gap2"),
            place("salt.vasp"));
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(row(call.said()).get("gap_ev (eV)").asDouble())
        .isCloseTo((first + second) / 2, within(1e-9));
    assertThat(row(call.said()).get("gap_ev (eV) sd of 2").asDouble())
        .isCloseTo(Math.abs(first - second) / Math.sqrt(2), within(1e-9));
    assertThat(call.said()).contains("mean of 2 models", "standard deviation of their answers");
  }

  private static double gap(String model) throws IOException {
    LaueCall call =
        LaueCall.of("properties", "--json", "--model", place(model), place("salt.vasp"));
    return row(call.said()).get("gap_ev (eV)").asDouble();
  }

  @Test
  void questionsStandSideBySideAndOneMayHaveNoAnswer() throws IOException {
    String[] call = {
      "properties", "--json", "--model", place("system"), "--model", place("gap1"), ""
    };
    call[6] = place("salt.vasp");
    JsonNode salt = row(LaueCall.of(call).said());
    String system = salt.get("crystal_system").asText();
    assertThat(salt.get("crystal_system_" + system))
        .isEqualTo(salt.get("crystal_system_probability"));
    assertThat(salt.get("gap_ev (eV)").isNumber()).isTrue();
    call[6] = place("gas.vasp");
    JsonNode gas = row(LaueCall.of(call).said());
    assertThat(gas.get("crystal_system").isTextual()).isTrue();
    assertThat(gas.get("gap_ev (eV)").isNull()).isTrue();
    assertThat(gas.get("warning").asText()).contains("gap_ev: no answer, ");
  }

  @Test
  void whereNoQuestionHasAnAnswerTheRowSaysWhy() {
    LaueCall call = LaueCall.of("properties", "--model", place("gap1"), place("gas.vasp"));
    assertThat(call.exit()).as(call.said()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("0 structures answered, 1 not").contains("5.0");
  }

  @Test
  void withoutAModelThoseThatComeWithLaueAnswerOrTheirAbsenceIsSaid() {
    List<PropertyQuestion> shipped = ShippedProperties.load();
    LaueCall call = LaueCall.of("properties", "--csv", place("salt.vasp"));
    if (shipped.isEmpty()) {
      assertThat(call.exit()).isEqualTo(Laue.USER_ERROR);
      assertThat(call.said()).contains("No models of properties come with this Laue", "--model");
      return;
    }
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(new PropertyRows(shipped).columns())
        .allSatisfy(column -> assertThat(call.said()).contains(column));
  }

  @Test
  void whatComesWithLaueIsAskedByItsName() throws IOException {
    LaueCall call =
        LaueCall.of(
            "properties",
            "--json",
            "--model",
            "bulk-modulus-100",
            "--model",
            place("gap1"),
            place("salt.vasp"));
    assertThat(call.exit()).as(call.said()).isZero();
    JsonNode salt = row(call.said());
    assertThat(salt.get("bulk_modulus_100").asText()).isEqualTo("soft");
    assertThat(salt.get("bulk_modulus_100_soft").asDouble()).isGreaterThan(0.9);
    assertThat(salt.has("gap_ev (eV)")).isTrue();
    assertThat(salt.has("crystal_system")).isFalse();
    LaueCall unknown = LaueCall.of("properties", "--model", "hardness", place("salt.vasp"));
    assertThat(unknown.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(unknown.said()).contains("hardness is no model");
  }

  @Test
  void exportPutsAStudysModelWhereItIsShippedWithANoteOnItsCard() throws IOException {
    Path note = Files.writeString(directory.resolve("note.md"), "## What it was asked\n\nNothing.");
    Path shipped = directory.resolve("shipped/gap/1");
    LaueCall call =
        LaueCall.of(
            "export",
            "--format",
            "laue",
            "--model",
            place("gap1"),
            "--note",
            note.toString(),
            "--output",
            shipped.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    CrystalModel before = CrystalModel.load(directory.resolve("gap1"));
    CrystalModel after = CrystalModel.load(shipped);
    assertThat(after.parameters()).isEqualTo(before.parameters());
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(Files.readString(shipped.resolve("card.md")))
        .contains("Numbers: `gap_ev eV`", "an element was never learned from")
        .doesNotContain("prototypes", "Infinity")
        .endsWith("## What it was asked\n\nNothing.\n");
  }

  @Test
  void aNoteThatCannotBeReadIsTheUsersError() {
    LaueCall call =
        LaueCall.of(
            "export",
            "--format",
            "laue",
            "--model",
            place("gap1"),
            "--note",
            place("none.md"),
            "--output",
            place("x"));
    assertThat(call.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("none.md");
  }
}
