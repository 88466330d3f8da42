package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the commands say of cases from the field; the files lie beside the project. */
class FieldRowsTest {
  private static final Path CASES = Path.of("../shared/cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter err = new StringWriter();

  @BeforeEach
  void areHere() {
    Assumptions.assumeTrue(Files.isDirectory(CASES), "The cases " + CASES + " are not here");
  }

  private List<JsonNode> rows(String command, String place) throws JsonProcessingException {
    StringWriter out = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.execute(command, "--json", CASES + "/" + place);
    List<JsonNode> rows = new ArrayList<>();
    for (String text : out.toString().lines().toList()) {
      JsonNode row = JSON.readTree(text);
      if (!row.path("source").asText().endsWith("expected.txt")) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void aColonInANameCostsNothing() throws JsonProcessingException {
    assertThat(rows("symmetry", "81_colon_in_a_file_name"))
        .extracting(row -> row.path("number").asInt())
        .containsExactly(229, 229);
  }

  @Test
  void filesPassedOverAreCounted() throws JsonProcessingException {
    assertThat(rows("symmetry", "83_hidden_files_and_stdin")).hasSize(1);
    assertThat(err.toString()).contains("passed over in folders: 2 hidden");
  }

  @Test
  void everyInputHasItsRow() throws JsonProcessingException {
    assertThat(rows("symmetry", "85_archive_without_files"))
        .hasSize(2)
        .allMatch(row -> row.path("error").isTextual());
  }

  @Test
  void aClassBesideAGroupThatExcludesItIsNeverSilent() throws JsonProcessingException {
    List<JsonNode> rows = new ArrayList<>(rows("classify", "90_room_temperature_bcc"));
    rows.addAll(rows("classify", "91_class_contradicts_space_group"));
    assertThat(rows).hasSize(7);
    for (JsonNode row : rows) {
      String network = row.path("network_class").asText();
      String ofGroup =
          switch (row.path("space_group").asInt()) {
            case 229 -> "bcc";
            case 225 -> "fcc";
            case 221 -> "sc";
            default -> "none";
          };
      boolean agree = network.equals(ofGroup);
      assertThat(row.path("warning").isNull()).as(row.toString()).isEqualTo(agree);
      assertThat(row.path("contradiction").isNull()).isEqualTo(agree);
      assertThat(row.path("class").asText()).isEqualTo(ofGroup);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "93_small_noise_wrong_cell | bcc 229, bct_139 139, fcc 225, sc 221",
        "94_spheres_without_cell | bcc 229, diam 227, fcc 225, fcc 225"
      })
  void theClassIsTheParentsAndNothingWarns(String place, String answers)
      throws JsonProcessingException {
    assertThat(rows("classify", place))
        .allMatch(row -> row.path("warning").isNull())
        .extracting(row -> row.path("class").asText() + " " + row.path("space_group").asInt())
        .containsExactly(answers.split(", "));
  }

  @Test
  void aCompoundThatTheNetworkDoesNotKnowIsOfTheClassOfItsGroup() throws JsonProcessingException {
    assertThat(rows("classify", "95_compounds"))
        .hasSize(4)
        .allMatch(row -> row.path("contradiction").isTextual())
        .allMatch(row -> row.path("warning").asText().contains("follows the space group"))
        .extracting(row -> row.path("class").asText())
        .containsExactly("fcc", "fcc", "fcc", "sc");
  }

  @Test
  void aDefectIsNamedInItsParentAndASlabIsOne() throws JsonProcessingException {
    assertThat(rows("classify", "96_defects_and_slab"))
        .extracting(
            row ->
                "%s %d %d %d"
                    .formatted(
                        row.path("verdict").asText(),
                        row.path("space_group").asInt(),
                        row.path("vacancies").asInt(),
                        row.path("interstitials").asInt()))
        .containsExactly(
            "bcc 229 0 1", "fcc 225 1 0", "fcc 225 0 1", "fcc 225 1 0", "unknown 0 0 0");
    assertThat(rows("classify", "96_defects_and_slab/slab_TTF.extxyz").get(0).path("reason"))
        .hasToString("\"surface or layer\"");
  }

  @Test
  void anAtomInABoxAndASlabAreNoCrystals() throws JsonProcessingException {
    assertThat(rows("classify", "92_atom_in_a_box_and_slab"))
        .extracting(row -> row.path("reason").asText())
        .containsExactly("surface or layer", "isolated atoms");
  }

  @Test
  void anAnswerComesInTime() throws JsonProcessingException {
    assertThat(rows("classify", "97_classify_without_end"))
        .extracting(row -> row.path("space_group").asInt())
        .containsExactly(95);
  }
}
