package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.study.transition.TransitionConfig;

class TransitionCommandTest {
  @TempDir Path directory;

  @Test
  void bccTurnsIntoScAsItsCentresGo() throws IOException {
    Path file =
        Files.writeString(directory.resolve("path.conf"), "structures = 5\nlevels = [0, 0.5, 1]\n");
    LaueCall call = LaueCall.of("transition", file.toString(), "--output", directory.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(call.said().strip()).endsWith(directory.resolve("index.html").toString());
    List<CSVRecord> rows = rows("transitions.csv");
    assertThat(rows).hasSize(3 * 7);
    assertThat(mean(rows, "0", "bcc")).isGreaterThan(0.95);
    assertThat(mean(rows, "1", "sc")).isGreaterThan(0.5);
    assertThat(rows("changes.csv"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.get("from")).isEqualTo("bcc");
              assertThat(change.get("to")).isEqualTo("sc");
              assertThat(Double.parseDouble(change.get("position"))).isBetween(0.5, 1.0);
            });
    assertThat(Files.readString(directory.resolve("index.html"))).contains("<svg", "bcc", "95 %");
  }

  /** What the paper shows as a switch of the network is one of the cell that is put before it. */
  @Test
  void theRhombohedralLatticeIsCubicOnlyWhereACellFinderSaysSo() throws IOException {
    Path found = path("found");
    Path kept = path("kept");
    LaueCall call =
        LaueCall.of(
            "transition", found.toString(), kept.toString(), "--output", directory.toString());
    assertThat(call.exit()).as(call.said()).isZero();
    assertThat(rows("changes.csv"))
        .allSatisfy(change -> assertThat(change.get("path")).isEqualTo("found"))
        .extracting(change -> change.get("to"))
        .containsExactly("hex/rh", "sc", "hex/rh", "fcc");
  }

  @Test
  void whatCannotBeFollowedIsSaid() throws IOException {
    assertUserError("levels = [0.5, 0.1]", "ascending");
    assertUserError("levels = [0, 1]\ncrystals = wood", "crystals = wood");
    assertUserError("levels = [0, 1]\nshown = [bcc, straw]", "shown = straw");
    assertUserError("defect = rust", "rust");
    assertUserError("level = 3", "did you mean 'levels'");
  }

  @Test
  void everyFileOfTheProjectIsRead() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("conf"))) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("transition-")))
          .hasSize(6)
          .allSatisfy(f -> assertThat(TransitionConfig.load(f).levels()).isNotEmpty());
    }
  }

  private void assertUserError(String text, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("bad.conf"), "structures = 1\n" + text + "\n");
    LaueCall call = LaueCall.of("transition", file.toString(), "--output", directory.toString());
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.said()).contains(message);
  }

  private Path path(String cell) throws IOException {
    return Files.writeString(
        directory.resolve(cell + ".conf"),
        "title = "
            + cell
            + "\nkind = rhombohedral\ncell = "
            + cell
            + "\nlevels = [1, 1.5, 2, 3, 4]\nshown = [bcc, sc, fcc, hex/rh]\n");
  }

  private static double mean(List<CSVRecord> rows, String position, String label) {
    return rows.stream()
        .filter(r -> r.get("position").equals(position) && r.get("class").equals(label))
        .mapToDouble(r -> Double.parseDouble(r.get("mean")))
        .findFirst()
        .orElseThrow();
  }

  private List<CSVRecord> rows(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = format.parse(Files.newBufferedReader(directory.resolve(name)))) {
      return parser.getRecords();
    }
  }
}
