package org.laue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** True numbers of structures with the side of the split that each stands on, as tasks ask. */
final class KnownNumbers implements Serializable {
  private static final long serialVersionUID = 1L;
  static final KnownNumbers NONE = new KnownNumbers(List.of(), List.of(), "");

  private final ArrayList<String> targets;
  private final ArrayList<String> splits;
  private final String split;

  private KnownNumbers(List<String> targets, List<String> splits, String split) {
    this.targets = new ArrayList<>(targets);
    this.splits = new ArrayList<>(splits);
    this.split = split;
  }

  static KnownNumbers of(PredictSettings.Truth truth) {
    return new KnownNumbers(files(truth.targets()), files(truth.splits()), truth.split());
  }

  private static List<String> files(CompleteRun run) {
    return run.files().stream().map(Path::toString).toList();
  }

  /**
   * What is known of one structure.
   *
   * @param numbers in the order of the task's, or null
   * @param side train, test or dropped, or null
   */
  record Known(double[] numbers, String side) {
    static final Known NOTHING = new Known(null, null);

    Double number(int index) {
      return numbers == null ? null : numbers[index];
    }
  }

  /** By structure. */
  Map<String, Known> read(Configuration hadoop) throws IOException {
    Map<String, String> sides = new HashMap<>();
    if (!splits.isEmpty()) {
      TableSchema columns = TableSchemas.SPLITS.select("structure_id", split);
      try (TableReader reader = new TableReader(hadoop, columns, paths(splits))) {
        for (TableRow row = reader.read(); row != null; row = reader.read()) {
          sides.put(row.text("structure_id"), row.text(split));
        }
      }
    }
    Map<String, Known> known = new HashMap<>();
    if (!targets.isEmpty()) {
      try (TableReader reader = new TableReader(hadoop, TableSchemas.TARGETS, paths(targets))) {
        for (TableRow row = reader.read(); row != null; row = reader.read()) {
          String id = row.text("structure_id");
          known.put(id, new Known(row.numbers("numbers"), sides.get(id)));
        }
      }
    }
    return known;
  }

  private static List<Path> paths(List<String> files) {
    return files.stream().map(Path::new).toList();
  }
}
