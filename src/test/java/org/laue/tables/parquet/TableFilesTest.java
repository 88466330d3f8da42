package org.laue.tables.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laue.tables.rows.TableSchemas;

class TableFilesTest {
  private static final Configuration HADOOP = new Configuration();

  private static TableRow fingerprint(String id, float first) {
    return TableRow.of(
        TableSchemas.FINGERPRINTS,
        id,
        "vacancy",
        0.25,
        "vacancy 0.25",
        0,
        -7L,
        null,
        192,
        2.86,
        new int[] {3, 64, 64},
        5L,
        0.01,
        new float[] {first, 0, 1});
  }

  private static Path write(java.nio.file.Path directory, TableRow... rows) throws IOException {
    Path path = new Path(directory.resolve("part.parquet").toUri());
    try (TableWriter writer =
        new TableWriter(FileSystem.getLocal(HADOOP), path, TableSchemas.FINGERPRINTS)) {
      for (TableRow row : rows) {
        writer.write(row);
      }
    }
    return path;
  }

  @Test
  void whatIsWrittenIsRead(@TempDir java.nio.file.Path directory) throws IOException {
    Path path = write(directory, fingerprint("a", 0.5f), fingerprint("b", 0.25f));
    try (TableReader reader =
        new TableReader(HADOOP, TableSchemas.FINGERPRINTS, List.of(path, path))) {
      TableRow first = reader.read();
      assertThat(first.text("structure_id")).isEqualTo("a");
      assertThat(first.number("level")).isEqualTo(0.25);
      assertThat(first.longInteger("seed")).isEqualTo(-7);
      assertThat(first.text("label")).isNull();
      assertThat(first.integers("shape")).containsExactly(3, 64, 64);
      assertThat(first.floats("pixels")).containsExactly(0.5f, 0, 1);
      reader.skip(2);
      assertThat(reader.read().floats("pixels")).containsExactly(0.25f, 0, 1);
      assertThat(reader.read()).isNull();
    }
  }

  @Test
  void aReaderMayLeaveColumnsOut(@TempDir java.nio.file.Path directory) throws IOException {
    Path path = write(directory, fingerprint("a", 0.5f));
    TableSchema narrow = TableSchemas.FINGERPRINTS.select("level", "structure_id");
    try (TableReader reader = new TableReader(HADOOP, narrow, List.of(path))) {
      TableRow row = reader.read();
      assertThat(row.number("level")).isEqualTo(0.25);
      assertThat(row.text("structure_id")).isEqualTo("a");
      assertThatThrownBy(() -> row.floats("pixels")).hasMessageContaining("no column pixels");
    }
  }

  @Test
  void equalRowsGiveEqualBytes(@TempDir java.nio.file.Path one, @TempDir java.nio.file.Path two)
      throws IOException {
    write(one, fingerprint("a", 0.5f));
    write(two, fingerprint("a", 0.5f));
    assertThat(one.resolve("part.parquet")).hasSameBinaryContentAs(two.resolve("part.parquet"));
  }

  @Test
  void aRowHoldsOnlyWhatItsColumnsAllow() {
    TableSchema rejects = TableSchemas.REJECTS;
    assertThatThrownBy(() -> TableRow.of(rejects, "file", 1, "ingest", null))
        .hasMessageContaining("rejects.reason");
    assertThatThrownBy(() -> TableRow.of(rejects, "file", 1L, "ingest", "why"))
        .hasMessageContaining("rejects.position");
  }
}
