package org.laue.tables.parquet;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Name and columns of a table.
 *
 * @param key names of the columns that tell one row from all others, in sorting order
 */
public record TableSchema(String name, List<Column> columns, List<String> key)
    implements Serializable {

  public TableSchema {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** Position of a column in a row. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Table " + name + " has no column " + column);
  }

  /** The same table seen through some of its columns, so that readers leave the others on disk. */
  public TableSchema select(String... names) {
    List<Column> chosen = Arrays.stream(names).map(n -> columns.get(indexOf(n))).toList();
    return new TableSchema(name, chosen, List.of());
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
