package org.laue.tables.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * Pages of one column of a row group, compressed, kept until their turn in the file comes: a file
 * holds a column after the other, rows come across all of them.
 */
final class ColumnPages implements PageWriter {
  private final ColumnDescriptor column;
  private final BytesInputCompressor compressor;
  private final List<Page> pages = new ArrayList<>();
  private DictionaryPage dictionary;
  private long values;
  private long bytes;

  private record Page(
      BytesInput compressed,
      int plainBytes,
      int values,
      int rows,
      Statistics<?> statistics,
      Encoding repetition,
      Encoding definition,
      Encoding encoding) {}

  ColumnPages(ColumnDescriptor column, BytesInputCompressor compressor) {
    this.column = column;
    this.compressor = compressor;
  }

  @Override
  public void writePage(
      BytesInput plain,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      Encoding repetition,
      Encoding definition,
      Encoding encoding)
      throws IOException {
    BytesInput compressed = compressed(plain);
    pages.add(
        new Page(
            compressed,
            Math.toIntExact(plain.size()),
            valueCount,
            rowCount,
            statistics,
            repetition,
            definition,
            encoding));
    values += valueCount;
    bytes += compressed.size();
  }

  /** A copy: the compressor uses its buffer again. */
  private BytesInput compressed(BytesInput plain) throws IOException {
    return BytesInput.copy(compressor.compress(plain));
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    BytesInput compressed = compressed(page.getBytes());
    dictionary =
        new DictionaryPage(
            compressed, page.getUncompressedSize(), page.getDictionarySize(), page.getEncoding());
    bytes += compressed.size();
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    file.startColumn(column, values, compressor.getCodecName());
    if (dictionary != null) {
      file.writeDictionaryPage(dictionary);
    }
    for (Page page : pages) {
      file.writeDataPage(
          page.values(),
          page.plainBytes(),
          page.compressed(),
          page.statistics(),
          page.rows(),
          page.repetition(),
          page.definition(),
          page.encoding());
    }
    file.endColumn();
  }

  @Override
  public long getMemSize() {
    return bytes;
  }

  @Override
  public long allocatedSize() {
    return bytes;
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + " " + column + ": " + bytes + " bytes in " + pages.size() + " pages";
  }

  /** Without a count of rows there is no index of the pages; Parquet no longer calls it. */
  @Deprecated
  @Override
  public void writePage(
      BytesInput plain,
      int valueCount,
      Statistics<?> statistics,
      Encoding repetition,
      Encoding definition,
      Encoding encoding) {
    throw new UnsupportedOperationException("A page without a count of its rows");
  }

  @Override
  public void writePageV2(
      int rowCount,
      int nullCount,
      int valueCount,
      BytesInput repetition,
      BytesInput definition,
      Encoding encoding,
      BytesInput data,
      Statistics<?> statistics) {
    throw new UnsupportedOperationException("Pages of version 2; the properties ask for version 1");
  }
}
