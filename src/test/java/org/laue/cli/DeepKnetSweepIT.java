package org.laue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.reports.SweepTable;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/**
 * Stiff or soft, small: numbers and sides of the split from a table beside the files, and a sweep
 * of two studies over two seeds.
 */
class DeepKnetSweepIT {
  private static final int CRYSTALS = 40;

  @TempDir private static Path directory;
  private static int exit;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    StringBuilder labels = new StringBuilder("id,modulus,physical,side\n");
    StringBuilder peers = new StringBuilder("id,forest,gap_forest\n");
    for (int i = 0; i < CRYSTALS; i++) {
      boolean dense = i % 2 == 0;
      write("c" + i, (dense ? 2.4 : 3.6) + 0.01 * i);
      String side = List.of("train", "train", "train", "test", "val").get(i / 2 % 5);
      labels.append("c%d,%d,%s,%s%n".formatted(i, dense ? 150 : 50, i >= 4, side));
      // Of the eight of the test side it knows seven, and takes one stiff one for soft.
      if (i % 10 != 6 || i > 10) {
        peers.append("c%d,%d,0.5%n".formatted(i, dense ? i == 16 ? 60 : 120 : 70));
      }
    }
    write("unknown", 3);
    Files.writeString(directory.resolve("labels.csv"), labels);
    Files.writeString(directory.resolve("peers.csv"), peers);
    LaueCall call =
        LaueCall.of(
            "study",
            "conf/deepknet-k.conf",
            directory.resolve("in").toString(),
            "--output",
            directory.resolve("out").toString(),
            "--seeds",
            "1,2",
            "--set",
            "ingest.labels=[\"" + directory.resolve("labels.csv") + "\"]",
            "--set",
            "labels { bulk-modulus = modulus, flag = physical }",
            "--set",
            "study.sweep=[full, \"no intensity: pointcloud.intensities = none\"]",
            "--set",
            "pointcloud.max-miller=1",
            "--set",
            "evaluate.peers=[\"" + directory.resolve("peers.csv") + "\"]",
            "--set",
            "evaluate.peer-columns=[\"forest = bulk-modulus by a forest\", \"gap_forest = gap by"
                + " X\"]",
            "--set",
            "train { epochs = 6, batch-size = 8, workers = 1, sides = side }");
    exit = call.exit();
    said = call.said();
  }

  private static void write(String name, double a) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("in"));
    Files.writeString(
        folder.resolve(name + ".vasp"),
        String.format(
            Locale.ROOT, "some%n1%n%.6f 0 0%n0 %.6f 0%n0 0 %.6f%nCu%n1%nDirect%n0 0 0%n", a, a, a));
  }

  private static CompleteRun run(String place) throws IOException {
    return Runs.open(new Configuration(), directory.resolve("out").resolve(place).toString());
  }

  @Test
  void crystalsWithoutANumberAndThoseInDoubtAreCounted() throws IOException {
    assertThat(exit).as(said).isZero();
    assertThat(run("real/structures").manifest().counts())
        .containsEntry("in", CRYSTALS + 1L)
        .containsEntry("without modulus", 1L)
        .containsEntry("not physical", 4L);
  }

  @Test
  void theSidesAreThoseOfTheTable() throws IOException {
    Map<String, Integer> sides = new HashMap<>();
    LaueCall.rows(directory.resolve("out/embedded/splits").toString(), TableSchemas.SPLITS)
        .forEach(row -> sides.merge(row.text("random"), 1, Integer::sum));
    assertThat(sides).isEqualTo(Map.of("train", 20, "test", 8, "validation", 8));
  }

  @Test
  void oneTableHoldsEveryStudy() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve("out/report/" + SweepTable.TABLE));
    assertThat(lines).hasSize(1 + 5 + 2);
    assertThat(lines.get(1)).startsWith("full,pointnet,2,8,");
    assertThat(lines.get(2)).startsWith("full,\"pointnet, together\",2,8,");
    assertThat(lines.get(3)).startsWith("full,\"majority class,");
    assertThat(lines.get(5)).startsWith("full,a forest,2,7,");
    assertThat(lines.get(6)).startsWith("no intensity,pointnet,2,8,");
    assertThat(lines.get(7)).startsWith("no intensity,\"pointnet, together\",2,8,");
    assertThat(directory.resolve("out/latest.json")).content().contains("model of no-intensity");
    Set<String> pages =
        Set.of("full", "no-intensity").stream()
            .flatMap(study -> List.of(study + "/seed=1", study + "/seed=2").stream())
            .collect(Collectors.toSet());
    assertThat(pages)
        .allSatisfy(
            page -> assertThat(directory.resolve("out/report/" + page + "/index.html")).exists());
  }
}
