package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;
import picocli.CommandLine;

/**
 * Past a thousand files and past a thousand frames, Spark gives the rows that this machine gives
 * (public report: 80_thousand_files_or_master).
 */
class ManyRowsTest {
  private static final int COUNT = 1100;
  private static final String MASTER = "spark.master";

  @TempDir private static Path directory;
  private static Path folder;
  private static Path frames;

  @BeforeAll
  static void write() throws IOException {
    folder = Files.createDirectory(directory.resolve("many files"));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      String frame = frame(i);
      Files.writeString(folder.resolve(String.format(Locale.ROOT, "f%04d.xyz", i)), frame);
      all.append(frame);
    }
    frames = Files.writeString(directory.resolve("frames.xyz"), all);
    CrystalModel.load(ModelFiles.resources("/org/laue/learning/shipped"))
        .save(directory.resolve("model"));
  }

  /** Body-centred, face-centred, one atom near its site, a finite pair, and one that is no use. */
  private static String frame(int i) {
    double a = 3 + 0.001 * i;
    String lattice = String.format(Locale.ROOT, "Lattice=\"%1$.3f 0 0 0 %1$.3f 0 0 0 %1$.3f\" ", a);
    String half = String.format(Locale.ROOT, "%.4f", a / 2);
    return switch (i % 5) {
      case 0 -> atoms(lattice, "Fe 0 0 0", "Fe %1$s %1$s %1$s".formatted(half));
      case 1 -> atoms(lattice, "Po 0 0 0");
      case 2 -> atoms(lattice, "Fe 0 0 0", "Al %1$s %1$s 1.4".formatted(half));
      case 3 -> atoms("", "Cu 0 0 0", "Cu 0 0 %s".formatted(half));
      default -> i % 50 == 4 ? atoms(lattice, "Xx 0 0 0") : atoms(lattice, "W 0.1 0 0");
    };
  }

  private static String atoms(String comment, String... lines) {
    return lines.length + "\n" + comment + "\n" + String.join("\n", lines) + "\n";
  }

  @AfterEach
  void noMaster() {
    System.clearProperty(MASTER);
  }

  /** Every option of every row command; what costs most leaves most rows out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "classify --symprec 0.05 --model MODEL --time-limit 120",
        "classify --as-is --pictures OUT --skip 1040",
        "symmetry --symprec 0.02",
        "symmetry --details --parent --angle-tolerance 2 --spglib v1-9-9 --skip 530",
        "heal --output OUT --format poscar --symprec 0.05 --skip 530",
        "fingerprint --output OUT --mask 8 --bond-length first-shell --symprec 0.02 --model MODEL",
        "fingerprint --output OUT --as-is --skip 1040",
        "fingerprint --output OUT --descriptor pointcloud --generation v1 --probe neutron --cell"
            + " primitive --max-miller 1 --skip 1040",
      })
  void sparkGivesTheRowsOfThisMachine(String call) throws IOException {
    Path here = Files.createTempDirectory(directory, "here");
    Path there = Files.createTempDirectory(directory, "there");
    String rows = run(call, here, folder);
    System.setProperty(MASTER, "local[2]");
    assertThat(run(call, there, folder)).isEqualTo(rows);
    assertThat(contents(there)).isEqualTo(contents(here));
    int skipped = call.contains("skip") ? Integer.parseInt(call.replaceAll(".* ", "")) : 0;
    assertThat(rows.lines()).hasSize(COUNT - skipped);
    assertThat(withoutPlaces(run(call, there, frames))).isEqualTo(withoutPlaces(rows));
  }

  @Test
  void framesOfOneFileAreAnsweredHereAsTheyAreFromManyFiles() throws IOException {
    String call = "symmetry --symprec 0.1";
    String rows = run(call, directory, frames);
    assertThat(rows.lines()).hasSize(COUNT).allMatch(row -> row.contains("frames.xyz"));
    assertThat(withoutPlaces(rows)).isEqualTo(withoutPlaces(run(call, directory, folder)));
  }

  private static String run(String call, Path output, Path input) {
    List<String> arguments = new ArrayList<>();
    for (String word : call.split(" ")) {
      arguments.add(
          word.replace("MODEL", directory.resolve("model").toString())
              .replace("OUT", output.toString()));
    }
    arguments.addAll(List.of("--json", input.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    assertThat(line.execute(arguments.toArray(String[]::new))).as(err.toString()).isZero();
    return out.toString();
  }

  /** Names and sizes with a sum of the bytes. */
  private static List<String> contents(Path written) throws IOException {
    try (Stream<Path> files = Files.list(written)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        int sum = java.util.Arrays.hashCode(Files.readAllBytes(file));
        contents.add(file.getFileName() + " " + sum);
      }
      return contents;
    }
  }

  private static List<String> withoutPlaces(String rows) {
    return rows.lines()
        .map(row -> row.replaceAll("\"source\":\"[^\"]*\",\"position\":\\d+,", ""))
        .map(row -> row.replaceAll("(frames|f\\d{4})(-\\d+)?(?=[. \"])", "NAME"))
        .map(row -> row.replaceAll("\\(line \\d+\\)", ""))
        .toList();
  }
}
