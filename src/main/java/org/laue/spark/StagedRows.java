package org.laue.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.ColumnType;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;

/** Structures as read, before duplicates are dropped, with the order of their sources. */
final class StagedRows {
  static final String SOURCE_INDEX = "source_index";
  static final TableSchema SCHEMA = schema();
  private static final int WIDTH = TableSchemas.STRUCTURES.columns().size();

  private StagedRows() {}

  private static TableSchema schema() {
    List<Column> columns = new ArrayList<>(TableSchemas.STRUCTURES.columns());
    columns.add(new Column(SOURCE_INDEX, ColumnType.INT, false, "order of the sources"));
    return new TableSchema("_staged", columns, List.of("structure_id", SOURCE_INDEX, "position"));
  }

  static TableRow stage(StructureRow structure, int sourceIndex) {
    TableRow row = structure.toRow();
    Object[] values =
        IntStream.rangeClosed(0, WIDTH)
            .mapToObj(i -> i == WIDTH ? (Object) sourceIndex : row.value(i))
            .toArray();
    return TableRow.of(SCHEMA, values);
  }
}
