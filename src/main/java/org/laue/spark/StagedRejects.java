package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartOutput;

/** Takes the rejects and the counts of the first pass over into the table's run. */
final class StagedRejects implements PartWork {
  private static final long serialVersionUID = 1L;

  private final List<String> files;
  private final long found;

  StagedRejects(CompleteRun staged) {
    this.files = staged.rejectFiles().stream().map(Path::toString).toList();
    this.found = staged.manifest().counts().getOrDefault("in", 0L);
  }

  @Override
  public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    out.count("in", found);
    List<Path> paths = files.stream().map(Path::new).toList();
    try (TableReader rejects = new TableReader(hadoop, TableSchemas.REJECTS, paths)) {
      for (TableRow row = rejects.read(); row != null; row = rejects.read()) {
        out.reject(row.text("source"), row.integer("position"), row.text("reason"));
      }
    }
  }
}
