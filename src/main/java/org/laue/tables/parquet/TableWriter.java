package org.laue.tables.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Writes one Parquet file (zstd) of a table; {@link #close} then {@link #file} tells what it is.
 */
public final class TableWriter implements Closeable {
  /** Bytes gathered before they go to disk: bounds the memory of a task, whatever it writes. */
  private static final int ROW_GROUP_BYTES = 32 << 20;

  private static final ParquetProperties PROPERTIES = ParquetProperties.builder().build();

  private final Path path;
  private final TableSchema schema;
  private final MessageType message;
  private final DigestingOutputFile output;
  private final CompressionCodecFactory codecs;
  private final ParquetFileWriter file;
  private final RowDigest content = new RowDigest();
  private RowGroup group;
  private long rows;

  /**
   * @throws IOException if the file cannot be created
   */
  public TableWriter(FileSystem fileSystem, Path path, TableSchema schema) throws IOException {
    this.path = path;
    this.schema = schema;
    this.message = ParquetTypes.message(schema);
    this.output = new DigestingOutputFile(fileSystem, path);
    this.codecs = new CodecFactory(codecSettings(fileSystem), PROPERTIES.getPageSizeThreshold());
    this.file =
        new ParquetFileWriter(
            output,
            message,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            PROPERTIES.getColumnIndexTruncateLength(),
            PROPERTIES.getStatisticsTruncateLength(),
            PROPERTIES.getPageWriteChecksumEnabled());
    file.start();
    beginGroup();
  }

  /** Images are no smaller at higher levels of zstd, but take longer. */
  private static Configuration codecSettings(FileSystem fileSystem) {
    Configuration settings = new Configuration(fileSystem.getConf());
    settings.setIfUnset(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, "1");
    return settings;
  }

  private void beginGroup() {
    group =
        new RowGroup(schema, message, codecs.getCompressor(CompressionCodecName.ZSTD), PROPERTIES);
  }

  public void write(TableRow row) throws IOException {
    group.write(row);
    content.add(row);
    rows++;
    if (group.bytes() >= ROW_GROUP_BYTES) {
      group.writeTo(file);
      beginGroup();
    }
  }

  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    if (group.rows() > 0) {
      group.writeTo(file);
    }
    codecs.release();
    file.end(Map.of("laue.table", schema.name()));
  }

  /** Name, rows, length and checksum of the closed file. */
  public DataFile file(Path runDirectory) {
    String name = runDirectory.toUri().relativize(path.toUri()).getPath();
    return new DataFile(name, rows, output.bytes(), output.sha256(), content.value());
  }
}
