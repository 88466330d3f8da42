package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.CrystalModel;
import org.laue.learning.training.ScalarTask;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** A whole study that asks for a number: the road of the classes with another task. */
class NumberStudyIT {
  private static final String STUDY =
      """
      study { name = volumes }
      task { numbers = ["volume_per_atom angstrom^3"] }
      prototypes { size = 28, tier = core }
      fingerprint { target-atoms = 32 }
      defects { displacements = [], vacancies = [0.25], substitutions = [] }
      train { epochs = 60, test-fraction = 0.3, batch-size = 8, length-jitter = 0, draw-corners = false, draw-faces = false, background = 0 }
      evaluate { structures = all }
      """;

  @TempDir private static Path directory;
  private static int exit;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    Path study = Files.writeString(directory.resolve("volumes.conf"), STUDY);
    exit = laue("study", study.toString(), "--output", output());
  }

  private static String output() {
    return directory.resolve("out").toString();
  }

  private static int laue(String... arguments) {
    LaueCall call = LaueCall.of(arguments);
    said = call.said();
    return call.exit();
  }

  private static CompleteRun run(String place) throws IOException {
    return Runs.open(new Configuration(), output() + "/" + place);
  }

  private static List<TableRow> rows(String place, TableSchema schema) throws IOException {
    return LaueCall.rows(output() + "/" + place, schema);
  }

  private static double volumePerAtom(Crystal crystal) {
    double[] lengths = crystal.lattice().lengths();
    double[] angles = crystal.lattice().angles();
    double a = Math.cos(Math.toRadians(angles[0]));
    double b = Math.cos(Math.toRadians(angles[1]));
    double c = Math.cos(Math.toRadians(angles[2]));
    double root = Math.sqrt(1 - a * a - b * b - c * c + 2 * a * b * c);
    return lengths[0] * lengths[1] * lengths[2] * root / crystal.atomCount();
  }

  @Test
  void everyVariantHasItsAnswerBesideTheTruth() throws IOException {
    assertThat(exit).as(said).isZero();
    Map<String, Double> volumes =
        rows("embedded/structures", TableSchemas.STRUCTURES).stream()
            .map(StructureRow::of)
            .collect(
                Collectors.toMap(StructureRow::structureId, row -> volumePerAtom(row.crystal())));
    List<TableRow> answers = rows("defects/numbers", TableSchemas.NUMBERS);
    assertThat(answers).hasSize(2 * volumes.size());
    for (TableRow row : answers) {
      double truth = volumes.get(row.text("structure_id"));
      assertThat(row.number("true")).isCloseTo(truth, within(1e-9 * truth));
      assertThat(row.text("unit")).isEqualTo("angstrom^3");
      assertThat(row.text("split")).isIn("train", "test", "dropped");
    }
  }

  @Test
  void theReportHoldsTheErrorsOfThoseAnswers() throws IOException {
    List<CSVRecord> table = table();
    assertThat(table).hasSizeBetween(4, 6);
    for (CSVRecord line : table) {
      List<TableRow> rows =
          rows("defects/numbers", TableSchemas.NUMBERS).stream()
              .filter(row -> row.text("split").equals(line.get("side")))
              .filter(row -> row.text("defect_kind").equals(line.get("defect")))
              .toList();
      double mean =
          rows.stream()
              .mapToDouble(row -> Math.abs(row.number("true") - row.number("predicted")))
              .average()
              .orElseThrow();
      assertThat(Integer.parseInt(line.get("n"))).isEqualTo(rows.size());
      assertThat(Double.parseDouble(line.get("mae"))).isCloseTo(mean, within(1e-3 * mean));
      assertThat(Double.parseDouble(line.get("ci_low"))).isLessThan(mean);
      assertThat(Double.parseDouble(line.get("ci_high"))).isGreaterThan(mean);
    }
    assertThat(Files.readString(directory.resolve("out/report/index.html")))
        .contains("How near the numbers are", "volume_per_atom")
        .doesNotContain("Table 1");
  }

  private static List<CSVRecord> table() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(directory.resolve("out/report/numbers.csv")), format)) {
      return parser.getRecords();
    }
  }

  @Test
  void whatWasShownOftenIsKnownBetterThanByItsMean() throws IOException {
    CSVRecord train =
        table().stream()
            .filter(
                line -> line.get("side").equals("train") && line.get("defect").equals("pristine"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(train.get("r2"))).isGreaterThan(0.3);
  }

  @Test
  void theModelKnowsItsTaskAndIsNoClassifier() throws IOException {
    CompleteRun run = run("model");
    CrystalModel model = CrystalModel.load(Path.of(run.path().toUri()));
    ScalarTask task = (ScalarTask) model.description().task();
    assertThat(task.scalars()).hasSize(1);
    assertThat(task.scalars().get(0).unit()).isEqualTo("angstrom^3");
    assertThat(task.scalars().get(0).mean()).isBetween(5.0, 60.0);
    Path copper =
        Files.writeString(
            directory.resolve("copper.vasp"),
            "Cu\n1\n0 1.8 1.8\n1.8 0 1.8\n1.8 1.8 0\nCu\n1\nDirect\n0 0 0\n");
    assertThat(laue("classify", "--model", output() + "/model", copper.toString()))
        .isEqualTo(Laue.USER_ERROR);
    assertThat(said).contains("answers numbers (volume_per_atom)");
  }

  @Test
  void evaluateFindsTheRunsAgain() {
    String before = said;
    assertThat(
            laue(
                "evaluate",
                "--config",
                directory.resolve("volumes.conf").toString(),
                "--output",
                output()))
        .as(before)
        .isZero();
    assertThat(said).contains("Takes targets of", "report/index.html");
  }
}
