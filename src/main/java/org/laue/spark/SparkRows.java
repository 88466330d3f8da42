package org.laue.spark;

import java.util.List;
import org.apache.spark.sql.Row;
import org.laue.tables.parquet.Column;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;

/** Spark's rows as ours. */
final class SparkRows {
  private SparkRows() {}

  /** The columns of the schema by their names, wherever they stand in the row. */
  static TableRow toTableRow(Row row, TableSchema schema) {
    Object[] values = new Object[schema.columns().size()];
    for (int i = 0; i < values.length; i++) {
      Column column = schema.columns().get(i);
      int at = row.fieldIndex(column.name());
      values[i] = row.isNullAt(at) ? null : value(row, at, column);
    }
    return TableRow.of(schema, values);
  }

  private static Object value(Row row, int i, Column column) {
    return switch (column.type()) {
      case INTS -> row.<Integer>getList(i).stream().mapToInt(Integer::intValue).toArray();
      case DOUBLES -> row.<Double>getList(i).stream().mapToDouble(Double::doubleValue).toArray();
      case FLOATS -> floats(row.getList(i));
      default -> row.get(i);
    };
  }

  static float[] floats(List<Float> list) {
    float[] values = new float[list.size()];
    int next = 0;
    for (float value : list) {
      values[next++] = value;
    }
    return values;
  }
}
