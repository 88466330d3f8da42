package org.laue.tables.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/** Reads the rows of some files one after the other, holding one row at a time. */
public final class TableReader implements Closeable {
  private final Configuration configuration;
  private final TableSchema schema;
  private final List<Path> files;
  private int next;
  private ParquetReader<TableRow> reader;

  /**
   * @param schema columns to read; others stay on disk
   */
  public TableReader(Configuration configuration, TableSchema schema, List<Path> files) {
    this.configuration = configuration;
    this.schema = schema;
    this.files = List.copyOf(files);
  }

  /** The next row, or null after the last. */
  public TableRow read() throws IOException {
    while (true) {
      if (reader == null) {
        if (next == files.size()) {
          return null;
        }
        reader = open(files.get(next++));
      }
      TableRow row = reader.read();
      if (row != null) {
        return row;
      }
      reader.close();
      reader = null;
    }
  }

  /** Passes over some rows. */
  public void skip(long rows) throws IOException {
    for (long i = 0; i < rows; i++) {
      read();
    }
  }

  private ParquetReader<TableRow> open(Path file) throws IOException {
    return new Builder(HadoopInputFile.fromPath(file, configuration), schema)
        .withConf(configuration)
        .build();
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private static final class Builder extends ParquetReader.Builder<TableRow> {
    private final TableSchema schema;

    Builder(InputFile file, TableSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected ReadSupport<TableRow> getReadSupport() {
      return new TableReadSupport(schema);
    }
  }
}
