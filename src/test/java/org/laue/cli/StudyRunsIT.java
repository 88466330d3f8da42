package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.study.StudyConfig;
import org.laue.study.StudyConfigs;
import org.laue.study.StudyGraph;
import org.laue.study.StudySummaries;
import org.laue.study.StudySummary;
import org.laue.tables.runs.Lease;
import picocli.CommandLine;

/** Studies one after the other in one directory, broken off, damaged, on one core and on two. */
class StudyRunsIT {
  private static final String CORES = "spark.master";

  /** Settings of a study of some seconds. */
  static final List<String> SMALL =
      List.of(
          "prototypes.size=14",
          "prototypes.tier=core",
          "fingerprint.target-atoms=32",
          "defects.displacements=[]",
          "defects.vacancies=[0.25]",
          "defects.substitutions=[]",
          "train.epochs=2",
          "train.test-fraction=0.5",
          "train.batch-size=4",
          "train.averaging-frequency=1",
          "evaluate.structures=all",
          "evaluate.examples-per-class=1");

  @TempDir private static Path directory;
  private static String said = "";
  private static Map<String, String> first;

  @BeforeAll
  static void studyOfSeedOneWithFiles() throws IOException {
    System.setProperty(CORES, "local[2]");
    Path crystals = Files.createDirectory(directory.resolve("crystals"));
    Files.writeString(
        crystals.resolve("iron.vasp"),
        "Fe\n2.87\n1 0 0\n0 1 0\n0 0 1\nFe\n2\nDirect\n0 0 0\n.5 .5 .5\n");
    study("out", 1, "ingest.inputs=[\"" + crystals + "\"]");
    assertThat(page("out")).contains("Real crystals", "iron.vasp");
    study("out", 1);
    first = contents("out");
  }

  @AfterAll
  static void forget() {
    System.clearProperty(CORES);
  }

  private static StudyConfig config(String output, int seed, String... more) {
    List<String> settings = new ArrayList<>(SMALL);
    settings.add("study.output=\"" + directory.resolve(output) + "\"");
    settings.add("study.seed=" + seed);
    settings.add("train.seed=" + seed);
    settings.addAll(List.of(more));
    return StudyConfigs.load(null, settings);
  }

  private static void study(String output, int seed, String... more) throws IOException {
    study(config(output, seed, more), (title, step) -> step.run());
  }

  private static void study(StudyConfig config, StudyGraph.Around around) throws IOException {
    StringWriter out = new StringWriter();
    try {
      StepRunner.run(config, new PrintWriter(out), around, (graph, found, session) -> graph.all());
    } finally {
      said = out.toString();
    }
  }

  @Test
  void severalSeedsMakeOneTableAndTakeUpWhatIsThere() throws IOException {
    Path file = Files.writeString(directory.resolve("small.conf"), String.join("\n", SMALL));
    StringWriter out = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    String output = directory.resolve("seeds").toString();
    int exit = line.execute("study", file.toString(), "--output", output, "--seeds", "2,1");
    assertThat(exit).isZero();
    assertThat(out.toString().strip()).endsWith("report/index.html");
    assertThat(directory.resolve("seeds/report/seed=1/table1.csv")).exists();
    assertThat(directory.resolve("seeds/report/seed=2/index.html")).exists();
    assertThat(Files.readAllLines(directory.resolve("seeds/report/seeds.csv")))
        .anyMatch(row -> row.startsWith("vacancy,0.25,convnet,14,"));
    assertThat(contents("seeds").keySet())
        .filteredOn(place -> place.startsWith("embedded/structures"))
        .as("what no seed moves is made once")
        .hasSize(1);
    StudySummary summary = StudySummaries.find(new Configuration(), output).summary();
    assertThat(out.toString()).contains(summary.line());
    assertThat(summary.steps())
        .extracting(StudySummary.Step::place)
        .doesNotHaveDuplicates()
        .contains("embedded/structures", "model of seed=1", "model of seed=2");
    assertThat(diff("seeds")).as("there is no night before").isEqualTo(Laue.USER_ERROR);
  }

  private static String page(String output) throws IOException {
    return Files.readString(directory.resolve(output).resolve("report/index.html"));
  }

  /** What each run of a study holds, by its place; the run's own name holds code and settings. */
  private static Map<String, String> contents(String output) throws IOException {
    return StudyContents.of(directory.resolve(output));
  }

  private static Map<String, byte[]> report(String output) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory.resolve(output).resolve("report"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Path only(String output, String table) throws IOException {
    try (Stream<Path> runs = Files.list(directory.resolve(output).resolve(table))) {
      return runs.reduce(
              (a, b) -> {
                throw new IllegalStateException("more than one run");
              })
          .orElseThrow();
    }
  }

  @Test
  void seedsOneTwoOneEndWithReportAndModelOfTheFirst() throws IOException {
    Map<String, byte[]> before = report("out");
    study("out", 2);
    assertThat(said)
        .containsPattern("Study study complete: \\d+ steps, \\d+ of them taken up, 14 struct");
    assertThat(diff("out")).isEqualTo(DiffCommand.DIFFERENT);
    assertThat(report("out")).isNotEqualTo(before);
    assertThat(report("out").get("table1.csv")).isNotNull();
    study("out", 1);
    Map<String, byte[]> after = report("out");
    assertThat(after).containsOnlyKeys(before.keySet());
    before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    assertThat(contents("out")).containsAllEntriesOf(first);
    assertThat(diff("out")).as("seed 2 against 1").isEqualTo(DiffCommand.DIFFERENT);
  }

  private static int diff(String output) {
    return Laue.run("diff", directory.resolve(output).toString());
  }

  @Test
  void withoutFilesTheReportSaysNothingOfThoseOfAnEarlierStudy() throws IOException {
    study("out", 1);
    assertThat(page("out")).doesNotContain("iron.vasp");
  }

  @Test
  void aStudyBrokenOffAfterEachOfItsStepsEndsWithTheSameRuns() throws IOException {
    StudyConfig config = config("broken", 1);
    int finished = 0;
    for (int allowed = 1; finished == 0; allowed++) {
      assertThat(directory.resolve("broken/latest.json")).doesNotExist();
      finished = broken(config, allowed) ? 0 : allowed;
    }
    assertThat(finished).isGreaterThan(10);
    assertThat(directory.resolve("broken/latest.json")).exists();
    assertThat(contents("broken")).isEqualTo(ofPlainStudy());
  }

  /** Runs until so many steps are done, then fails; tells whether it did. */
  private static boolean broken(StudyConfig config, int allowed) throws IOException {
    int[] done = new int[1];
    try {
      study(
          config,
          (title, step) -> {
            if (done[0]++ == allowed) {
              throw new IllegalStateException("broken off");
            }
            step.run();
          });
      return false;
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("broken off");
      return true;
    }
  }

  /** What the first study wrote without its files. */
  private static Map<String, String> ofPlainStudy() {
    Map<String, String> plain = new TreeMap<>(first);
    plain.keySet().removeIf(place -> place.startsWith("real"));
    return plain;
  }

  @Test
  void oneCoreAndTwoMakeTheSameRuns() throws IOException {
    System.setProperty(CORES, "local[1]");
    try {
      study("one", 1);
    } finally {
      System.setProperty(CORES, "local[2]");
    }
    assertThat(contents("one")).isEqualTo(ofPlainStudy());
  }

  @Test
  void damageIsSaidAndMadeGoodByTheStepThatOwnsIt() throws IOException {
    study("damaged", 1);
    Path part = parquet(only("damaged", "training/views/fingerprints"));
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    bytes[bytes.length / 3] ^= 1;
    Files.write(part, bytes);
    Files.delete(part.resolveSibling("." + part.getFileName() + ".crc"));
    Files.delete(parquet(only("damaged", "embedded/splits")));
    Path weights = only("damaged", "training/weights");
    Files.delete(weights.resolve("manifest.json"));
    Path model = only("damaged", "model");
    Files.delete(model.resolve("manifest.json"));
    study("damaged", 1);
    assertThat(said)
        .contains("Damaged:", part.getFileName() + " has SHA-256", "is missing")
        .contains("step 'views'", "step 'split'");
    assertThat(contents("damaged")).isEqualTo(ofPlainStudy());
  }

  private static Path parquet(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void aSecondStudyInOneDirectoryStops() throws IOException {
    Path output = directory.resolve("taken");
    StringWriter err = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setErr(new PrintWriter(err, true));
    try (Lease lease = Lease.take(new Configuration(), output.toString())) {
      assertThat(line.execute("prototypes", "--size", "7", "--output", output.toString()))
          .isEqualTo(Laue.USER_ERROR);
      lease.require();
    }
    assertThat(err.toString()).contains("Another study writes to").doesNotContain("\tat ");
    assertThat(output.resolve("embedded")).doesNotExist();
  }

  @Test
  void aModelWithoutItsLastFileIsNone() throws IOException {
    String place =
        first.keySet().stream().filter(p -> p.startsWith("model/")).findFirst().orElseThrow();
    Path whole = directory.resolve("out").resolve(place);
    Path half = Files.createDirectory(directory.resolve("half"));
    for (String name : List.of("parameters.f32", "novelty.json", "learning_curve.csv", "card.md")) {
      Files.copy(whole.resolve(name), half.resolve(name));
    }
    assertThatThrownBy(() -> org.laue.api.Laue.load(half.toString()))
        .hasMessageContaining("is no model");
    Files.copy(whole.resolve("model.json"), half.resolve("model.json"));
    org.laue.api.Laue.load(half.toUri().toString());
    for (String name : List.of("novelty.json", "card.md", "model.json", "learning_curve.csv")) {
      Files.writeString(half.resolve(name), "{}");
      assertThatThrownBy(() -> org.laue.api.Laue.load(half.toString())).hasMessageContaining(name);
      Files.delete(half.resolve(name));
      Files.copy(whole.resolve(name), half.resolve(name));
    }
  }
}
