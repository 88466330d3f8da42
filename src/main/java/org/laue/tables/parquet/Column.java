package org.laue.tables.parquet;

import java.io.Serializable;

/**
 * A column of a table.
 *
 * @param nullable whether a cell may be empty
 * @param meaning one line for the dataset card, with units and shape
 */
public record Column(String name, ColumnType type, boolean nullable, String meaning)
    implements Serializable {

  public static Column required(String name, ColumnType type, String meaning) {
    return new Column(name, type, false, meaning);
  }

  public static Column optional(String name, ColumnType type, String meaning) {
    return new Column(name, type, true, meaning);
  }
}
