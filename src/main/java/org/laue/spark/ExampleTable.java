package org.laue.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table to learn from: rows with split {@code train} are learned, those with {@code test} only
 * watched.
 *
 * @param rows with columns split, label (may be empty for tasks of numbers) and those named here
 * @param values column of what the descriptor made, array of float
 * @param key columns that together name a row, for instance structure_id and replicate
 */
public record ExampleTable(Dataset<Row> rows, String values, List<String> key) {
  public ExampleTable {
    key = List.copyOf(key);
  }
}
