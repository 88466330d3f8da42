package org.laue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.StableRandom;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.ColumnType;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.parquet.TableWriter;

/** Lists of floats of every length, empty ones and none at all, as Parquet and Spark read them. */
class FloatListsTest {
  private static final int ROWS = 400;
  private static final TableSchema SCHEMA =
      new TableSchema(
          "lists",
          List.of(
              new Column("row", ColumnType.INT, false, "number"),
              new Column("sure", ColumnType.FLOATS, false, "there, maybe empty"),
              new Column("maybe", ColumnType.FLOATS, true, "may be missing"),
              new Column("name", ColumnType.STRING, true, "may be missing"),
              new Column("numbers", ColumnType.DOUBLES, true, "may be missing")),
          List.of("row"));

  @TempDir private static java.nio.file.Path directory;
  private static final List<TableRow> WRITTEN = new ArrayList<>();
  private static Path path;

  @BeforeAll
  static void write() throws IOException {
    StableRandom random = new StableRandom(7);
    path = new Path(directory.resolve("lists.parquet").toUri());
    FileSystem files = FileSystem.getLocal(SharedSession.get().hadoop());
    try (TableWriter writer = new TableWriter(files, path, SCHEMA)) {
      for (int i = 0; i < ROWS; i++) {
        // Long enough for some pages.
        float[] sure = new float[i % 7 == 0 ? 0 : i % 5 == 0 ? 20_000 : 1 + i % 9];
        for (int k = 0; k < sure.length; k++) {
          sure[k] = (float) random.nextDouble();
        }
        float[] maybe = i % 3 == 0 ? null : new float[i % 4];
        String name = i % 2 == 0 ? null : "row " + i;
        double[] numbers = i % 5 == 1 ? null : new double[] {i, -i};
        WRITTEN.add(TableRow.of(SCHEMA, i, sure, maybe, name, numbers));
        writer.write(WRITTEN.get(i));
      }
    }
  }

  @Test
  void ourReaderFindsThem() throws IOException {
    try (TableReader reader =
        new TableReader(SharedSession.get().hadoop(), SCHEMA, List.of(path))) {
      for (TableRow expected : WRITTEN) {
        assertThat(values(reader.read())).isEqualTo(values(expected));
      }
      assertThat(reader.read()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sparkFindsThemByColumnsAndByRows(boolean byColumns) {
    String setting = "spark.sql.parquet.enableVectorizedReader";
    SharedSession.get().spark().conf().set(setting, byColumns);
    try {
      List<Row> rows =
          SharedSession.get()
              .spark()
              .read()
              .parquet(path.toString())
              .orderBy("row")
              .collectAsList();
      assertThat(rows).hasSize(ROWS);
      for (int i = 0; i < ROWS; i++) {
        assertThat(values(SparkRows.toTableRow(rows.get(i), SCHEMA)))
            .isEqualTo(values(WRITTEN.get(i)));
      }
    } finally {
      SharedSession.get().spark().conf().unset(setting);
    }
  }

  @Test
  void sparkMayFilterBySmallestAndLargest() {
    assertThat(
            SharedSession.get()
                .spark()
                .read()
                .parquet(path.toString())
                .filter("maybe is null and row < 10")
                .count())
        .isEqualTo(4);
  }

  private static List<String> values(TableRow row) {
    Object[] values = new Object[SCHEMA.columns().size()];
    Arrays.setAll(values, row::value);
    return Arrays.stream(values).map(value -> Arrays.deepToString(new Object[] {value})).toList();
  }
}
