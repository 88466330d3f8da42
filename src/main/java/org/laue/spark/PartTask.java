package org.laue.spark;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.LongAccumulator;
import org.laue.tables.Json;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.RunDirectory;

/** Runs on an executor: writes a part and hands back its marker as JSON. */
final class PartTask implements Function<Integer, String> {
  private static final long serialVersionUID = 1L;
  private static final int ATTEMPT_DIGITS = 8;

  private final HadoopSettings hadoop;
  private final String directory;
  private final TableSchema schema;
  private final String step;
  private final PartWork work;
  private final LongAccumulator done;

  PartTask(
      HadoopSettings hadoop,
      String directory,
      TableSchema schema,
      String step,
      PartWork work,
      LongAccumulator done) {
    this.hadoop = hadoop;
    this.directory = directory;
    this.schema = schema;
    this.step = step;
    this.work = work;
    this.done = done;
  }

  /** The same place with other work, made on the executor. */
  PartTask doing(PartWork other) {
    return new PartTask(hadoop, directory, schema, step, other, done);
  }

  @Override
  public String call(Integer part) throws IOException {
    RunDirectory run = RunDirectory.at(hadoop.configuration(), new Path(directory));
    // Two attempts at one part may run at once; they must not write into one file.
    String attempt = UUID.randomUUID().toString().substring(0, ATTEMPT_DIGITS);
    try (PartOutput out = new PartOutput(run, schema, part, step, attempt)) {
      work.write(part, out, hadoop.configuration(), done::add);
      return Json.text(out.complete());
    }
  }
}
