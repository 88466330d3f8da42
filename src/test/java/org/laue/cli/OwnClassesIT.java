package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.learning.CrystalModel;

/** A whole study whose classes are not the paper's. */
class OwnClassesIT {
  private static final String SCHEME =
      """
      name close-packing
      packed  | 194 225 | fcc hcp
      centred | 229     | *
      open    | 227     | diamond
      """;
  private static final String STUDY =
      """
      study { name = own }
      prototypes { size = 24, tier = core }
      defects { displacements = [0.001], vacancies = [0.25], substitutions = [] }
      train { epochs = 1, test-fraction = 0.3, workers = 2 }
      evaluate { structures = all, examples-per-class = 1 }
      """;

  @TempDir private Path directory;

  @Test
  void everyTableAndTheModelSpeakOfTheStudysClasses() throws IOException {
    Path scheme = Files.writeString(directory.resolve("packing.txt"), SCHEME);
    Path study = Files.writeString(directory.resolve("own.conf"), STUDY);
    Path output = directory.resolve("out");
    LaueCall call =
        LaueCall.of(
            "study",
            study.toString(),
            "--output",
            output.toString(),
            "--set",
            "classes=" + quoted(scheme));
    assertThat(call.exit()).as(call.said()).isZero();
    CrystalModel model = CrystalModel.load(onlyRun(output.resolve("model")));
    assertThat(model.labels()).containsExactly("packed", "centred", "open");
    assertThat(model.description().classes().spaceGroups()).containsExactly(194, 225, 227, 229);
    List<String> table = Files.readAllLines(output.resolve("report/table1.csv"));
    // Spglib knows fcc and hcp by their groups, although these alone tell no class.
    assertThat(table).anyMatch(row -> row.startsWith("pristine,0,baseline-tight,24,100.00"));
    assertThat(Files.readString(output.resolve("report/index.html")))
        .contains("packed", "centred", "open")
        .doesNotContain("bct_139");
  }

  private static Path onlyRun(Path table) throws IOException {
    try (Stream<Path> runs = Files.list(table)) {
      List<Path> found =
          runs.filter(run -> run.getFileName().toString().startsWith("run=")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static String quoted(Path file) {
    return '"' + file.toString() + '"';
  }
}
