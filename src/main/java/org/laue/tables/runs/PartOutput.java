package org.laue.tables.runs;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.laue.CpuTime;
import org.laue.tables.parquet.DataFile;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.parquet.TableWriter;
import org.laue.tables.rows.TableSchemas;

/**
 * Takes the rows, rejects and counts of one part. {@link #complete} makes them count; closing
 * without it leaves nothing that a reader or a later run would see.
 */
public final class PartOutput implements Closeable {
  private final RunDirectory run;
  private final TableSchema schema;
  private final int part;
  private final String step;
  private final String attempt;
  private final Map<String, Long> counts = new TreeMap<>();
  private final CpuTime start = CpuTime.ofThread();
  private TableWriter rows;
  private TableWriter rejects;

  /**
   * @param attempt tells this attempt's files from those of any other attempt at the same part
   */
  public PartOutput(RunDirectory run, TableSchema schema, int part, String step, String attempt) {
    this.run = run;
    this.schema = schema;
    this.part = part;
    this.step = step;
    this.attempt = attempt;
  }

  public void write(TableRow row) throws IOException {
    if (rows == null) {
      rows = open(schema, run.path());
    }
    rows.write(row);
  }

  /** Notes an input that this step could not use; its row is lost, nothing else. */
  public void reject(String source, int position, String reason) throws IOException {
    if (rejects == null) {
      rejects = open(TableSchemas.REJECTS, new Path(run.path(), RunDirectory.REJECTS));
    }
    rejects.write(TableRow.of(TableSchemas.REJECTS, source, position, step, reason));
  }

  public void count(String what, long n) {
    counts.merge(what, n, Long::sum);
  }

  private TableWriter open(TableSchema table, Path directory) throws IOException {
    String name = String.format("part-%05d-%s.parquet", part, attempt);
    return new TableWriter(run.fileSystem(), new Path(directory, name), table);
  }

  /** Closes the files and commits the part. */
  public PartMarker complete() throws IOException {
    close();
    PartMarker marker =
        new PartMarker(part, file(rows), file(rejects), counts, CpuTime.ofThread().since(start));
    run.commit(marker);
    return marker;
  }

  private List<DataFile> file(TableWriter writer) {
    return writer == null ? List.of() : List.of(writer.file(run.path()));
  }

  @Override
  public void close() throws IOException {
    // Parquet's writer may be closed once only after an error.
    TableWriter[] open = {closed ? null : rows, closed ? null : rejects};
    closed = true;
    for (TableWriter writer : open) {
      if (writer != null) {
        writer.close();
      }
    }
  }

  private boolean closed;
}
