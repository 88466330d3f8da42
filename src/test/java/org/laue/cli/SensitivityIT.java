package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.reports.SensitivityTable;
import org.laue.reports.TidyTable;

/** {@code conf/sensitivity.conf}, small: two settings over two seeds. */
class SensitivityIT {
  @TempDir private Path directory;

  @Test
  void oneTableHoldsEverySettingAndWhatIsSharedIsMadeOnce() throws IOException {
    LaueCall call =
        LaueCall.of(
            "study",
            "conf/sensitivity.conf",
            "--output",
            directory.toString(),
            "--seeds",
            "1,2",
            "--set",
            "study.sweep=[\"crystals 28\", \"classes 2: classes = conf/classes-2.txt\"]",
            "--set",
            "prototypes.size=28",
            "--set",
            "defects { displacements = [], vacancies = [], other = [\"rotation 10\"] }",
            "--set",
            "train { epochs = 1, workers = 1 }");
    assertThat(call.exit()).as(call.said()).isZero();
    List<String> lines = Files.readAllLines(directory.resolve("report/" + SensitivityTable.TABLE));
    assertThat(lines).hasSize(1 + 2 * 2);
    assertThat(lines.get(1)).startsWith("crystals,28,pristine,0,2,");
    assertThat(lines.get(2)).startsWith("crystals,28,rotation,10,2,");
    assertThat(lines.get(4)).startsWith("classes,2,rotation,10,2,");
    assertThat(Files.readString(directory.resolve("report/index.html")))
        .contains("<h2>classes</h2>", "<svg");
    assertThat(directory.resolve("report/crystals-28/seed=2/index.html")).exists();
    // The crystals are the same for both seeds, others for two classes.
    try (var runs = Files.list(directory.resolve("embedded/structures"))) {
      assertThat(runs.filter(run -> run.getFileName().toString().startsWith("run="))).hasSize(2);
    }
  }

  @Test
  void aGridIsOneJobWithOneTidyTable() throws IOException {
    LaueCall call =
        LaueCall.of(
            "study",
            "conf/sweep-grid.conf",
            "--output",
            directory.toString(),
            "--set",
            "study.grid=[\"atoms: fingerprint.target-atoms = [64]\","
                + " \"scale: fingerprint.bond-length = [parent-shell, first-shell]\"]",
            "--set",
            "prototypes { size = 35, proportions = balanced }",
            "--set",
            "defects { displacements = [], vacancies = [0.1], substitutions = [], other = [] }",
            "--set",
            "train { epochs = 1, workers = 1 }");
    assertThat(call.exit()).as(call.said()).isZero();
    List<String> lines = Files.readAllLines(directory.resolve("report/" + TidyTable.TABLE));
    assertThat(lines.get(0))
        .isEqualTo("atoms,scale,seed,class,defect,level,method,n,right,accuracy,ci_low,ci_high");
    // Two studies, two conditions, seven classes, the network and three tolerances; of the 14 test
    // crystals five replicates each have lost atoms.
    assertThat(lines).hasSize(1 + 2 * 2 * 7 * 4);
    assertThat(lines.stream().filter(line -> line.contains(",vacancy,0.1,baseline-loose,")))
        .hasSize(2 * 7)
        .allMatch(line -> line.split(",")[7].equals("10"));
    // Both studies have the same crystals.
    try (var runs = Files.list(directory.resolve("embedded/structures"))) {
      assertThat(runs.filter(run -> run.getFileName().toString().startsWith("run="))).hasSize(1);
    }
    assertThat(Files.readString(directory.resolve("report/index.html")))
        .contains("<h2>atoms 64 scale</h2>", "Spglib-style, tight");
  }
}
