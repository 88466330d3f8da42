package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;

/** The study of band gaps, small: simple cubic crystals whose "gap" follows from their edge. */
class SenStudyIT {
  private static final int CRYSTALS = 48;

  @TempDir private static Path directory;
  private static int exit;
  private static String study;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    StringBuilder table = new StringBuilder("id,split,gap_ev\n");
    for (int i = 0; i < CRYSTALS; i++) {
      double edge = random.nextDouble(2.4, 4.2);
      String side = i % 4 == 0 ? "test" : i % 8 == 1 ? "val" : "train";
      write("in/cell" + i + ".vasp", i % 3 == 0 ? "Cu" : "Al", edge);
      table.append(String.format(Locale.ROOT, "cell%d,%s,%.4f%n", i, side, gap(edge)));
    }
    // Nothing to bind it to: an isolated atom.
    write("in/argon.vasp", "Al", 5.5);
    table.append("argon,train,1.0\n");
    Files.writeString(directory.resolve("labels.csv"), table);
    exit = study(output(), "train { epochs = 40, early-stopping = 20 }");
    study = said;
  }

  private static int study(String output, String training, String... more) {
    return studyOf("conf/sen-gap.conf", output, training, more);
  }

  private static int studyOf(String file, String output, String training, String... more) {
    String labels = directory.resolve("labels.csv").toString();
    List<String> arguments = new ArrayList<>(List.of("study", file));
    arguments.addAll(List.of(directory.resolve("in").toString(), "--output", output));
    arguments.addAll(List.of("--set", "ingest.labels = [\"" + labels + "\"]"));
    arguments.addAll(List.of("--set", "train { batch-size = 6, workers = 1 }"));
    arguments.addAll(List.of("--set", training));
    arguments.addAll(List.of(more));
    return laue(arguments.toArray(String[]::new));
  }

  private static double gap(double edge) {
    return Math.max(0, 2 * (edge - 3));
  }

  private static void write(String name, String element, double edge) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            "cell%n1%n%2$.4f 0 0%n0 %2$.4f 0%n0 0 %2$.4f%n%1$s%n1%nDirect%n0 0 0%n",
            element,
            edge));
  }

  private static String output() {
    return directory.resolve("out").toString();
  }

  private static int laue(String... arguments) {
    LaueCall call = LaueCall.of(arguments);
    said = call.said();
    return call.exit();
  }

  @Test
  void theReportHoldsTheErrorsOfTheTestSideAndNoGapIsNegative() throws IOException {
    assertThat(exit).as(study).isZero();
    List<TableRow> rows = LaueCall.rows(output() + "/defects/numbers", TableSchemas.NUMBERS);
    assertThat(rows).hasSize(CRYSTALS / 4);
    assertThat(rows).allMatch(row -> row.number("predicted") >= 0, "is no negative gap");
    assertThat(meanError(rows)).isLessThan(0.6 * spread(rows));
    assertThat(Files.readString(directory.resolve("out/report/index.html")))
        .contains("How near the numbers are", "gap_ev by crystal system", "predicted over true");
  }

  private static double meanError(List<TableRow> rows) {
    return rows.stream()
        .mapToDouble(row -> Math.abs(row.number("predicted") - row.number("true")))
        .average()
        .orElseThrow();
  }

  /** Mean absolute error of the mean. */
  private static double spread(List<TableRow> rows) {
    double mean = rows.stream().mapToDouble(row -> row.number("true")).average().orElseThrow();
    return rows.stream()
        .mapToDouble(row -> Math.abs(mean - row.number("true")))
        .average()
        .orElseThrow();
  }

  @Test
  void theReportShowsWhatTheNetworkMakesOfCrystals() throws IOException {
    Path report = Path.of(output(), "report");
    assertThat(Files.readAllLines(report.resolve("invariance.csv")))
        .hasSize(7)
        .allMatch(line -> line.startsWith("how,") || change(line) < 2e-5, "changes an answer")
        .anyMatch(line -> line.startsWith("conventional cell,gap_ev,eV,12,"));
    assertThat(Files.readAllLines(report.resolve("effective-rank.csv")))
        .anyMatch(line -> line.startsWith("vector of the crystal,12,256,"))
        .anyMatch(line -> line.startsWith("input of the end,12,288,"));
    // All are simple cubic: there are no pairs of different groups.
    assertThat(Files.readString(report.resolve("similarity.csv")))
        .contains("poses of the capsules,space group,all,within,66,")
        .contains("vector of the crystal,crystal system,all,between,0,,,");
  }

  private static double change(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  @Test
  void anIsolatedAtomIsRejectedAndCounted() {
    assertThat(study).contains("describe: 49 in, 48 out, 1 rejected");
  }

  @Test
  void seedsAnswerTogether() throws IOException {
    String seeds = directory.resolve("seeds").toString();
    String training = "train { epochs = 2, early-stopping = 0 }";
    assertThat(study(seeds, training, "--seeds", "1,2")).as(said).isZero();
    Path report = Path.of(seeds, "report");
    assertThat(Files.readAllLines(report.resolve("seeds.csv")))
        .anyMatch(line -> line.startsWith("gap_ev,eV,pristine,0,2,12,"));
    assertThat(Files.readAllLines(report.resolve("ensemble-answers.csv"))).hasSize(13);
    assertThat(report.resolve("seed=2/numbers.csv")).exists();
    assertThat(Files.readString(report.resolve("index.html"))).contains("the 2 seeds together");
  }

  @Test
  void crystalGraphConvolutionsComeNearerThanTheMeanToo() throws IOException {
    String plain = directory.resolve("plain").toString();
    assertThat(studyOf("conf/cgcnn-gap.conf", plain, "train { epochs = 40, early-stopping = 20 }"))
        .as(said)
        .isZero();
    List<TableRow> rows = LaueCall.rows(plain + "/defects/numbers", TableSchemas.NUMBERS);
    assertThat(rows).hasSize(CRYSTALS / 4);
    assertThat(meanError(rows)).isLessThan(0.6 * spread(rows));
  }

  @Test
  void propertiesAnswersWithTheUnitAndWarnsOfAnElementThatWasNeverSeen() throws IOException {
    write("seen.vasp", "Al", 3.9);
    write("unseen.vasp", "Pu", 3.9);
    assertThat(
            laue(
                "properties",
                "--json",
                "--model",
                output() + "/model",
                directory.resolve("seen.vasp").toString(),
                directory.resolve("unseen.vasp").toString()))
        .as(said)
        .isZero();
    assertThat(said).contains("gap_ev (eV)", "Nothing with Pu was learned from");
    assertThat(said.split("was learned from", -1)).hasSize(2);
  }
}
