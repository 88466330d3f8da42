package org.laue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** The structures on one side of a split, as tasks ask for them. */
final class OneSide implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> files = new ArrayList<>();
  private final String split;
  private final String name;
  private final String content;

  private OneSide(CompleteRun splits, VariantSettings.Side side) {
    splits.files().forEach(file -> files.add(file.toString()));
    this.split = side.split();
    this.name = side.name();
    this.content = splits.contentHash();
  }

  private OneSide() {
    this.split = null;
    this.name = null;
    this.content = null;
  }

  /**
   * @param side or null for all structures
   */
  static OneSide of(VariantSettings.Side side) {
    return side == null ? new OneSide() : new OneSide(side.splits(), side);
  }

  /** The inputs of a run by their content, the split among them where there is one. */
  Map<String, String> inputs(CompleteRun structures) {
    String hash = structures.contentHash();
    return content == null
        ? Map.of("structures", hash)
        : Map.of("structures", hash, "splits", content);
  }

  Predicate<String> ids(Configuration hadoop) throws IOException {
    return split == null ? id -> true : labels(hadoop).keySet()::contains;
  }

  /** Ids of the structures with the labels that they were split by. */
  Map<String, String> labels(Configuration hadoop) throws IOException {
    Map<String, String> labels = new HashMap<>();
    TableSchema columns = TableSchemas.SPLITS.select("structure_id", "label", split);
    try (TableReader reader =
        new TableReader(hadoop, columns, files.stream().map(Path::new).toList())) {
      for (TableRow row = reader.read(); row != null; row = reader.read()) {
        if (name.equals(row.text(split))) {
          labels.put(row.text("structure_id"), row.text("label"));
        }
      }
    }
    return labels;
  }
}
