package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.CrystalModel;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** The study of crystal systems, small, on files: 80 simple lattices of four systems. */
class DeepKnetStudyIT {
  private static final int OF_EACH = 20;

  @TempDir private static Path directory;
  private static int exit;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < OF_EACH; i++) {
      double a = random.nextDouble(2.5, 3.5);
      double b = a * random.nextDouble(1.2, 1.5);
      double c = a * random.nextDouble(1.6, 2.2);
      write("cubic" + i, a, a, a, 90);
      write("tetragonal" + i, a, a, c, 90);
      write("orthorhombic" + i, a, b, c, 90);
      write("hexagonal" + i, a, a, c, 120);
    }
    exit =
        laue(
            "study",
            "conf/deepknet-system.conf",
            directory.resolve("in").toString(),
            "--output",
            output(),
            "--set",
            "train { epochs = 80, batch-size = 8, workers = 1 }");
  }

  /** One atom in a cell with c upright, angle gamma in degrees. */
  private static void write(String name, double a, double b, double c, double gamma)
      throws IOException {
    double angle = Math.toRadians(gamma);
    String text =
        String.format(
            Locale.ROOT,
            "%s%n1%n%.6f 0 0%n%.6f %.6f 0%n0 0 %.6f%nCu%n1%nDirect%n0 0 0%n",
            name,
            a,
            b * Math.cos(angle),
            b * Math.sin(angle),
            c);
    Path folder = Files.createDirectories(directory.resolve("in"));
    Files.writeString(folder.resolve(name + ".vasp"), text);
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

  private static Map<String, Integer> sides() throws IOException {
    Map<String, Integer> sides = new HashMap<>();
    LaueCall.rows(output() + "/embedded/splits", TableSchemas.SPLITS)
        .forEach(row -> sides.merge(row.text("random"), 1, Integer::sum));
    return sides;
  }

  private static List<TableRow> predictions() throws IOException {
    return LaueCall.rows(output() + "/defects/predictions", TableSchemas.PREDICTIONS);
  }

  private static Map<String, CSVRecord> scores() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    Map<String, CSVRecord> scores = new HashMap<>();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(directory.resolve("out/report/scores.csv")), format)) {
      parser.forEach(line -> scores.put(line.get("who"), line));
    }
    return scores;
  }

  @Test
  void everyClassIsSplitSeventyFifteenFifteen() throws IOException {
    assertThat(exit).as(said).isZero();
    assertThat(sides()).isEqualTo(Map.of("train", 14 * 4, "test", 3 * 4, "validation", 3 * 4));
    assertThat(predictions()).hasSize(3 * 4);
  }

  @Test
  void theNetworkLearnsTheSystemsAndTheVolumeDoesNotTellThem() throws IOException {
    long right = predictions().stream().filter(row -> row.flagOrNull("correct")).count();
    CSVRecord network = scores().get("pointnet-equivalents");
    assertThat(Long.parseLong(network.get("correct"))).isEqualTo(right);
    assertThat(right).as(said).isGreaterThanOrEqualTo(9);
    assertThat(Double.parseDouble(network.get("roc_auc"))).isGreaterThan(0.8);
    CSVRecord majority =
        scores().entrySet().stream()
            .filter(e -> e.getKey().startsWith("majority class"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(majority.get("accuracy")).isEqualTo("25.0");
    assertThat(majority.get("roc_auc")).isEqualTo("0.500");
    CSVRecord tree = scores().get("decision tree on the primitive cell's volume");
    assertThat(tree.get("n")).isEqualTo("12");
    assertThat(Long.parseLong(tree.get("correct"))).isLessThan(right);
  }

  @Test
  void theReportShowsThemAndNoTable1() throws IOException {
    String picture = "data:image/png;base64,[^\"]*";
    String page = Files.readString(directory.resolve("out/report/index.html"));
    assertThat(page).containsPattern(picture);
    assertThat(page.replaceAll(picture, ""))
        .contains("Beside simpler answers", "What is mistaken for what", "decision tree")
        .contains("True positive rate", "Calibration", "points that decide")
        .doesNotContain("Table 1", "NaN");
  }

  @Test
  void everyWrongAnswerIsLookedAtForPseudoSymmetry() throws IOException {
    long wrong = predictions().stream().filter(row -> !row.flagOrNull("correct")).count();
    Path table = directory.resolve("out/report/mistakes.csv");
    assertThat(Files.exists(table)).isEqualTo(wrong > 0);
    if (wrong > 0) {
      assertThat(Files.readAllLines(table)).hasSize((int) wrong + 1);
    }
    assertThat(Files.readString(directory.resolve("out/report/index.html")))
        .matches(page -> page.contains("Which mistakes are pseudo-symmetric") == wrong > 0);
  }

  @Test
  void theModelLooksAtPointClouds() throws IOException {
    CrystalModel model = CrystalModel.load(Path.of(run("model").path().toUri()));
    assertThat(model.description().network()).isEqualTo("pointnet-equivalents");
    assertThat(model.description().descriptor().name()).isEqualTo("pointcloud");
    assertThat(model.labels()).hasSize(7).startsWith("cubic", "orthorhombic");
  }

  @Test
  void theModelAnswersForFilesWithProbabilitiesAndWarnsOfWhatItDoesNotKnow() throws IOException {
    Path strange = Files.createDirectories(directory.resolve("strange"));
    Files.writeString(
        strange.resolve("strange.vasp"),
        "dense\n1\n1.6 0 0\n0 1.6 0\n0 0 1.6\nU\n1\nDirect\n0 0 0\n");
    LaueCall call =
        LaueCall.of(
            "properties",
            "--csv",
            "--model",
            output() + "/model",
            directory.resolve("in/cubic0.vasp").toString(),
            strange.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    List<String> lines = call.said().lines().filter(line -> line.contains(",")).toList();
    assertThat(lines.get(0))
        .contains("answer,cubic,orthorhombic,")
        .endsWith("novelty,warning,name,error");
    try (CSVParser parser =
        CSVParser.parse(
            String.join("\n", lines),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build())) {
      List<CSVRecord> rows = parser.getRecords();
      double sum = 0;
      for (String label : List.of("cubic", "orthorhombic", "tetragonal", "monoclinic")) {
        sum += Double.parseDouble(rows.get(0).get(label));
      }
      for (String label : List.of("triclinic", "hexagonal", "trigonal")) {
        sum += Double.parseDouble(rows.get(0).get(label));
      }
      assertThat(sum).isBetween(0.99, 1.01);
      double known = Double.parseDouble(rows.get(0).get("novelty"));
      double unknown = Double.parseDouble(rows.get(1).get("novelty"));
      assertThat(unknown).isGreaterThan(known);
      assertThat(rows.get(0).get("warning").isEmpty()).isEqualTo(known <= 1);
      assertThat(rows.get(1).get("warning").contains("unlike any in the training set"))
          .isEqualTo(unknown > 1);
    }
  }

  @Test
  void evaluateFindsTheRunsAgain() {
    String before = said;
    int code =
        laue(
            "evaluate",
            "--config",
            "conf/deepknet-system.conf",
            "--output",
            output(),
            "--set",
            "ingest.inputs=[\"" + directory.resolve("in") + "\"]");
    assertThat(code).as(before + said).isZero();
    assertThat(said).contains("Takes structures of", "report/index.html");
  }
}
