package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.reports.SweepTable;

/** A learning curve of a number over two shares of the training side, with a peer beside it. */
class NumberSweepIT {
  private static final int CRYSTALS = 32;

  @TempDir private static Path directory;
  private static int exit;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    StringBuilder table = new StringBuilder("id,split,gap_ev\n");
    StringBuilder peers = new StringBuilder("id,forest\n");
    Files.createDirectories(directory.resolve("in"));
    for (int i = 0; i < CRYSTALS; i++) {
      double edge = 2.5 + 0.05 * i;
      String side = i % 4 == 0 ? "test" : i % 4 == 1 ? "val" : "train";
      Files.writeString(
          directory.resolve("in/cell" + i + ".vasp"),
          String.format(
              Locale.ROOT, "c%n1%n%1$f 0 0%n0 %1$f 0%n0 0 %1$f%nCu%n1%nDirect%n0 0 0%n", edge));
      table.append(String.format(Locale.ROOT, "cell%d,%s,%.4f%n", i, side, edge));
      // Off by a quarter always, and without an answer to the first.
      peers.append(i == 0 ? "" : String.format(Locale.ROOT, "cell%d,%.4f%n", i, edge + 0.25));
    }
    Files.writeString(directory.resolve("labels.csv"), table);
    Files.writeString(directory.resolve("peers.csv"), peers);
    LaueCall call = study("forest");
    exit = call.exit();
    said = call.said();
  }

  private static LaueCall study(String column) {
    return LaueCall.of(
        "study",
        "conf/sen-gap.conf",
        directory.resolve("in").toString(),
        "--output",
        directory.resolve("out").toString(),
        "--set",
        "ingest.labels = [\"" + directory.resolve("labels.csv") + "\"]",
        "--set",
        "evaluate.peers = [\"" + directory.resolve("peers.csv") + "\"]",
        "--set",
        "evaluate.peer-columns = [\"" + column + " = gap_ev by a forest\", \"x = y by Z\"]",
        "--set",
        "study.sweep = [all, \"a quarter: train.share = 0.25\"]",
        "--set",
        "train { network = sen-composition, epochs = 2, batch-size = 8, workers = 1 }");
  }

  private static List<CSVRecord> csv(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(directory.resolve("out/report").resolve(file)), format)) {
      return parser.getRecords();
    }
  }

  @Test
  void theTableHoldsTheErrorOfEachShare() throws IOException {
    assertThat(exit).as(said).isZero();
    List<CSVRecord> lines = csv(SweepTable.TABLE);
    assertThat(lines).extracting(l -> l.get("study")).containsExactly("all", "a quarter");
    assertThat(lines).extracting(l -> l.get("learned_from")).containsExactly("16", "4");
    assertThat(lines).extracting(l -> l.get("n")).containsOnly("8");
    for (CSVRecord line : lines) {
      String report = line.get("study").replace(' ', '-') + "/seed=1/numbers.csv";
      CSVRecord own = csv(report).get(0);
      assertThat(own.get("who")).isEqualTo("sen-composition");
      assertThat(line.get("mae")).isEqualTo(own.get("mae"));
    }
    assertThat(Files.readString(directory.resolve("out/report/index.html")))
        .containsSubsequence("Learning curve", ">4<", ">16<", "MAE of gap_ev, eV");
  }

  @Test
  void aPeerStandsBesideOnTheCrystalsThatItsTableHolds() throws IOException {
    CSVRecord peer = csv("all/seed=1/numbers.csv").get(1);
    assertThat(peer.get("who")).isEqualTo("a forest");
    assertThat(peer.get("side")).isEqualTo("test");
    assertThat(peer.get("n")).isEqualTo("7");
    assertThat(Double.parseDouble(peer.get("mae"))).isCloseTo(0.25, within(1e-4));
  }

  @Test
  void aColumnThatNoTableHasIsSaidBeforeAnythingIsComputed() {
    LaueCall call = study("forset");
    assertThat(call.exit()).isEqualTo(Laue.USER_ERROR);
    assertThat(call.said()).contains("has a column 'forset'").contains("forest");
  }
}
