package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.runs.CompleteRun;

/**
 * Some rows of one file of a run: what a task reads.
 *
 * @param file fully qualified path
 * @param first 0-based row
 */
record RowRange(String file, long first, long count) implements Serializable {

  /** All rows of a run in ranges of at most {@code size}; a function of the run alone. */
  static ArrayList<RowRange> split(CompleteRun run, long size) {
    ArrayList<RowRange> ranges = new ArrayList<>();
    for (DataFile file : run.manifest().files()) {
      String path = new Path(run.path(), file.name()).toString();
      for (long first = 0; first < file.rows(); first += size) {
        ranges.add(new RowRange(path, first, Math.min(size, file.rows() - first)));
      }
    }
    return ranges;
  }

  List<Path> files() {
    return List.of(new Path(file));
  }
}
