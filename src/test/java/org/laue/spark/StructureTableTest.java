package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.UserException;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.Runs;

class StructureTableTest {
  private static final int SOURCES = 6;
  private static final int PER_SOURCE = 500;

  /** Each source gives crystals 0, 1, 2, ...; every second one stands in all sources. */
  private static Crystal crystal(int source, int position) {
    double a = position % 2 == 0 ? 3 + position * 1e-3 : 4 + source + position * 1e-3;
    return Crystal.of(Lattice.ofRows(a, 0, 0, 0, a, 0, 0, 0, a), new int[] {29}, new double[3]);
  }

  private static CompleteRun write(Path output, int partitions, PartWork finding)
      throws IOException {
    LaueSession session = SharedSession.get();
    new StructureTable(session, output.toString(), partitions)
        .write(
            new Provenance("test", "", Map.of(), Map.of(), Map.of()),
            () ->
                new StructureTable.Finding(
                    new TableRun.Plan(SOURCES, partitions, SOURCES, "sources"),
                    "",
                    part -> finding),
            row -> {
              if (row.position() == 7) {
                throw new UserException("seven");
              }
              return row;
            });
    return Runs.open(session.hadoop(), output.resolve("structures").toString());
  }

  private static final PartWork FINDING =
      (part, out, hadoop, progress) -> {
        for (int i = 0; i < PER_SOURCE; i++) {
          StructureRow row =
              StructureRow.unlabelled("s" + part, i, "n", crystal(part, i), Map.of("k", "v"));
          out.write(StagedRows.stage(row, part));
          out.count("in", 1);
        }
        out.reject("s" + part, 0, "torn");
      };

  private static List<TableRow> rows(CompleteRun run) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (TableReader reader = run.read(SharedSession.get().hadoop(), TableSchemas.STRUCTURES)) {
      for (TableRow row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void equalCrystalsAreKeptOnceWithTheirFirstSource(@TempDir Path output) throws IOException {
    CompleteRun run = write(output, 0, FINDING);
    List<TableRow> rows = rows(run);
    int shared = PER_SOURCE / 2;
    int own = SOURCES * PER_SOURCE / 2 - SOURCES;
    assertThat(rows).hasSize(shared + own);
    assertThat(rows.stream().map(row -> row.text("structure_id")).distinct()).hasSize(shared + own);
    assertThat(rows.stream().filter(row -> row.integer("position") % 2 == 0))
        .allMatch(row -> row.text("source").equals("s0"));
    assertThat(run.manifest().counts())
        .containsEntry("in", (long) SOURCES * PER_SOURCE)
        .containsEntry("duplicates", (long) shared * (SOURCES - 1))
        .containsEntry("rejected", 2L * SOURCES);
    assertThat(output.resolve("_staged")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void theFilesAreTheSameForAnyNumberOfPartitions(
      int partitions, @TempDir Path one, @TempDir Path two) throws IOException {
    CompleteRun a = write(one, partitions, FINDING);
    CompleteRun b = write(two, 2, FINDING);
    assertThat(a.manifest().contentHash()).isEqualTo(b.manifest().contentHash());
  }

  @Test
  void aRunThatFailedIsTakenUp(@TempDir Path output, @TempDir Path other) throws IOException {
    Path broken = output.resolve("broken");
    Files.writeString(broken, "");
    String flag = broken.toString();
    PartWork failing =
        (part, out, hadoop, progress) -> {
          if (part == 4 && Files.exists(Path.of(flag))) {
            throw new UserException("part 4 is broken");
          }
          FINDING.write(part, out, hadoop, progress);
        };
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> write(output, 1, failing)))
        .isInstanceOf(UserException.class)
        .hasMessage("part 4 is broken");
    assertThat(output.resolve("structures")).doesNotExist();
    Path staged = output.resolve("_staged");
    List<Path> before = parquetFiles(staged);
    assertThat(before).hasSize(4);
    Files.delete(broken);
    CompleteRun run = write(output, 2, failing);
    assertThat(run.manifest().contentHash())
        .isEqualTo(write(other, 2, FINDING).manifest().contentHash());
  }

  private static List<Path> parquetFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(f -> f.toString().endsWith(".parquet") && !f.toString().contains("rejects"))
          .toList();
    }
  }
}
