package org.laue.tables;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes one Parquet file (zstd) of a table; {@link #close} then {@link #file} tells what it is.
 */
public final class TableWriter implements Closeable {
  /** Bytes gathered before they go to disk: bounds the memory of a task, whatever it writes. */
  private static final int ROW_GROUP_BYTES = 32 << 20;

  private final Path path;
  private final DigestingOutputFile output;
  private final ParquetWriter<TableRow> writer;
  private final RowDigest content = new RowDigest();
  private long rows;

  /**
   * @throws IOException if the file cannot be created
   */
  public TableWriter(FileSystem fileSystem, Path path, TableSchema schema) throws IOException {
    this.path = path;
    this.output = new DigestingOutputFile(fileSystem, path);
    this.writer =
        new Builder(output, schema)
            .withConf(fileSystem.getConf())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize((long) ROW_GROUP_BYTES)
            .build();
  }

  public void write(TableRow row) throws IOException {
    writer.write(row);
    content.add(row);
    rows++;
  }

  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Name, rows, length and checksum of the closed file. */
  DataFile file(Path runDirectory) {
    String name = runDirectory.toUri().relativize(path.toUri()).getPath();
    return new DataFile(name, rows, output.bytes(), output.sha256(), content.value());
  }

  private static final class Builder extends ParquetWriter.Builder<TableRow, Builder> {
    private final TableSchema schema;

    Builder(OutputFile file, TableSchema schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<TableRow> getWriteSupport(Configuration configuration) {
      return new TableWriteSupport(schema);
    }
  }
}
