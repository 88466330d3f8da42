package org.laue.tables.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
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
  void everyTypeMayBeAbsentOrEmptyAndEqualTextsShareADictionary(
      @TempDir java.nio.file.Path directory) throws IOException {
    List<Column> columns =
        Arrays.stream(ColumnType.values()).map(t -> Column.optional(t.name(), t, "any")).toList();
    TableSchema every = new TableSchema("every", columns, List.of());
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int[] ints = {i, -i};
      double[] doubles = {i / 3.0, Double.NaN, -0.0};
      float[] floats = {i / 3f, Float.MIN_VALUE};
      rows.add(new Object[] {"class " + i % 3, i, 1L << 40, 0.1 * i, i > 7, ints, doubles, floats});
      rows.add(new Object[] {"", 0, 0L, -0.0, false, new int[0], new double[0], new float[0]});
      rows.add(new Object[8]);
    }
    Path path = new Path(directory.resolve("every.parquet").toUri());
    TableWriter writer = new TableWriter(FileSystem.getLocal(HADOOP), path, every);
    try (writer) {
      for (Object[] row : rows) {
        writer.write(TableRow.of(every, row));
      }
    }
    RowDigest read = new RowDigest();
    try (TableReader reader = new TableReader(HADOOP, every, List.of(path))) {
      for (Object[] row : rows) {
        TableRow cells = reader.read();
        read.add(cells);
        assertThat(Arrays.deepEquals(values(cells), row)).as(Arrays.deepToString(row)).isTrue();
      }
      assertThat(reader.read()).isNull();
    }
    assertThat(writer.file(path.getParent()).content()).isEqualTo(read.value());
    try (ParquetFileReader footer = open(path)) {
      BlockMetaData group = footer.getRowGroups().get(0);
      assertThat(group.getColumns().get(0).hasDictionaryPage()).isTrue();
      assertThat(group.getColumns().get(7).getStatistics().getNumNulls()).isEqualTo(600);
      assertThat(footer.getFileMetaData().getKeyValueMetaData())
          .containsEntry("laue.table", "every");
    }
  }

  @Test
  void imagesGoToDiskInGroupsOfBoundedSize(@TempDir java.nio.file.Path directory)
      throws IOException {
    Random random = new Random(1);
    Path path = new Path(directory.resolve("images.parquet").toUri());
    TableSchema images = TableSchemas.FINGERPRINTS.select("structure_id", "pixels");
    List<float[]> written = new ArrayList<>();
    try (TableWriter writer = new TableWriter(FileSystem.getLocal(HADOOP), path, images)) {
      for (int i = 0; i < 800; i++) {
        float[] pixels = new float[3 * 64 * 64];
        for (int p = 0; p < pixels.length; p++) {
          pixels[p] = random.nextFloat();
        }
        written.add(pixels);
        writer.write(TableRow.of(images, "crystal " + i, pixels));
      }
    }
    try (ParquetFileReader footer = open(path)) {
      assertThat(footer.getRowGroups()).hasSize(2);
      assertThat(footer.getRowGroups().get(0).getCompressedSize()).isBetween(30L << 20, 34L << 20);
    }
    try (TableReader reader = new TableReader(HADOOP, images, List.of(path))) {
      for (float[] pixels : written) {
        assertThat(reader.read().floats("pixels")).isEqualTo(pixels);
      }
    }
  }

  private static Object[] values(TableRow row) {
    return IntStream.range(0, row.schema().columns().size()).mapToObj(row::value).toArray();
  }

  private static ParquetFileReader open(Path path) throws IOException {
    return ParquetFileReader.open(HadoopInputFile.fromPath(path, HADOOP));
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
