package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.spark.SharedSession;
import org.laue.study.StudySummaries;
import org.laue.study.StudySummary;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.RunDirectory;
import org.laue.tables.runs.StepSummary;
import picocli.CommandLine;

/** Two nights of a few crystals each. */
class DiffCommandTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path directory;
  private StringWriter out;
  private StringWriter err;

  @BeforeAll
  static void session() {
    SharedSession.get();
  }

  /** A crystal in a cube of 4 angstrom and what the network says of it. */
  private record Crystal(String id, int element, String label, String predicted, double novelty) {
    TableRow structure() {
      return TableRow.of(
          TableSchemas.STRUCTURES,
          id,
          "test",
          1,
          null,
          "X",
          1,
          new double[] {4, 0, 0, 0, 4, 0, 0, 0, 4},
          new int[] {element},
          new double[3],
          new double[] {0.1},
          new int[] {225},
          225,
          label,
          null,
          null,
          null,
          null,
          null);
    }

    TableRow prediction() {
      return TableRow.of(
          TableSchemas.PREDICTIONS,
          id,
          "pristine",
          0.0,
          "pristine",
          0,
          1L,
          label,
          new float[] {1},
          predicted,
          label == null ? null : predicted.equals(label),
          novelty,
          null);
    }
  }

  private static final List<Crystal> FIRST =
      List.of(
          new Crystal("a", 29, "fcc", "fcc", 0.5),
          new Crystal("b", 26, "bcc", "bcc", 0.5),
          new Crystal("c", 26, "bcc", "bcc", 0.5),
          new Crystal("d", 84, null, "sc", 0.5));

  /** One is gone, one is new, one has another label, one another answer. */
  private static final List<Crystal> SECOND =
      List.of(
          new Crystal("a", 29, "fcc", "fcc", 0.5),
          new Crystal("b", 26, "bcc", "fcc", 1.5),
          new Crystal("d", 84, "sc", "sc", 0.5),
          new Crystal("e", 29, "fcc", "fcc", 0.5));

  private void night(String name, String seed, List<Crystal> crystals) throws IOException {
    String output = directory.resolve(name).toString();
    List<TableRow> structures = crystals.stream().map(Crystal::structure).toList();
    List<TableRow> predictions = crystals.stream().map(Crystal::prediction).toList();
    List<StepSummary> steps =
        List.of(
            step(output + "/embedded", TableSchemas.STRUCTURES, seed, structures),
            step(output + "/defects", TableSchemas.PREDICTIONS, seed, predictions));
    StudySummaries summaries = new StudySummaries(HADOOP, output);
    summaries.write(StudySummary.now("small", summaries.output(), 1, "report", Map.of("", steps)));
  }

  private static StepSummary step(
      String place, TableSchema schema, String seed, List<TableRow> rows) throws IOException {
    Provenance provenance =
        new Provenance(
            schema.name(), "c0de", Map.of("study.seed", seed), Map.of(), Map.of("laue", "test"));
    RunDirectory directory =
        RunDirectory.of(HADOOP, new org.apache.hadoop.fs.Path(place, schema.name()), provenance);
    try (PartOutput part = new PartOutput(directory, schema, 0, schema.name(), "x")) {
      for (TableRow row : rows) {
        part.write(row);
      }
      part.count("in", rows.size());
      return new StepSummary(
          directory.finish(schema.name(), List.of(part.complete()), provenance, 1), 0, 1);
    }
  }

  @BeforeEach
  void listen() {
    out = new StringWriter();
    err = new StringWriter();
  }

  private int diff(String... arguments) {
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "diff";
    for (int i = 0; i < arguments.length; i++) {
      boolean option = arguments[i].startsWith("--");
      all[i + 1] = option ? arguments[i] : directory.resolve(arguments[i]).toString();
    }
    return line.execute(all);
  }

  private JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void theSameRowsAreEqualWhateverTheSeed() throws IOException {
    night("one", "1", FIRST);
    night("two", "2", FIRST);
    assertThat(diff("one", "two")).as(err.toString()).isZero();
    assertThat(out.toString().strip()).endsWith("Equal, row by row");
    listen();
    assertThat(diff("--json", "one", "two")).isZero();
    assertThat(json().path("equal").asBoolean()).isTrue();
  }

  @Test
  void rowsLabelsAccuraciesSettingsAndDriftAreSaid() throws IOException {
    night("one", "1", FIRST);
    night("two", "2", SECOND);
    assertThat(diff("--json", "one", "two")).as(err.toString()).isEqualTo(DiffCommand.DIFFERENT);
    JsonNode said = json();
    assertThat(said.path("equal").asBoolean()).isFalse();
    JsonNode structures = said.path("tables").path("embedded/structures");
    assertThat(structures.path("changed").toString())
        .isEqualTo("{\"added\":1,\"gone\":1,\"none -> sc\":1}");
    assertThat(structures.path("rowsAfter").asInt()).isEqualTo(4);
    JsonNode predictions = said.path("tables").path("defects/predictions");
    assertThat(predictions.path("changed").toString())
        .isEqualTo("{\"added\":1,\"bcc -> fcc\":1,\"gone\":1}");
    assertThat(predictions.path("accuracies").path("pristine 0.0").asText())
        .isEqualTo("100.00 % of 3 -> 75.00 % of 4");
    assertThat(said.path("settings").path("embedded/structures, study.seed").asText())
        .isEqualTo("1 -> 2");
    JsonNode drift = said.path("drift");
    // Labels: fcc 1/4 to 2/4, bcc 2/4 to 1/4, none 1/4 to 0, sc 0 to 1/4.
    assertThat(drift.path("embedded/structures, labels").asDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(drift.path("embedded/structures, elements").asDouble())
        .isCloseTo(0.25, within(1e-12));
    assertThat(drift.path("embedded/structures, volume of an atom, A^3 after").asDouble())
        .isCloseTo(64, within(1e-9));
    assertThat(drift.path("defects/predictions, novel before").asDouble()).isZero();
    assertThat(drift.path("defects/predictions, novel after").asDouble()).isEqualTo(0.25);
  }

  @Test
  void ofOneDirectoryTheLastTwoNightsAreCompared() throws IOException {
    night("one", "1", FIRST);
    assertThat(diff("one")).isEqualTo(Laue.USER_ERROR);
    assertThat(err.toString()).contains("1 complete studies, 2 are needed").doesNotContain("\tat ");
    night("one", "2", SECOND);
    assertThat(diff("one")).as(err.toString()).isEqualTo(DiffCommand.DIFFERENT);
    assertThat(out.toString())
        .contains("embedded/structures: 4 -> 4 rows, 0 -> 0 rejected", "  1 x none -> sc")
        .contains("right at pristine 0.0: 100.00 % of 3 -> 75.00 % of 4")
        .contains("Setting of embedded/structures, study.seed: 1 -> 2");
    assertThat(out.toString().strip()).endsWith("Different");
    assertThat(diff("one/latest.json", "one")).isZero();
  }

  @Test
  void aTableThatIsMissingOnOneSideIsADifference() throws IOException {
    night("one", "1", FIRST);
    String output = directory.resolve("two").toString();
    StudySummaries summaries = new StudySummaries(HADOOP, output);
    List<TableRow> rows = FIRST.stream().map(Crystal::structure).toList();
    StepSummary step = step(output + "/embedded", TableSchemas.STRUCTURES, "1", rows);
    summaries.write(
        StudySummary.now("small", summaries.output(), 1, "report", Map.of("", List.of(step))));
    assertThat(diff("one", "two")).isEqualTo(DiffCommand.DIFFERENT);
    assertThat(out.toString()).contains("defects/predictions: 4 -> 0 rows");
  }
}
