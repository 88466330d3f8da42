package org.laue.tables.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;

/**
 * A column of float lists, written to Parquet's pages a whole list at a time. Parquet's own writers
 * take each float by itself with its levels and try a dictionary, which costs as much CPU time as
 * computing the image; what they write reads the same.
 *
 * <p>Format: data page version 1 of the Parquet specification: repetition levels, definition levels
 * (both runs of the RLE encoding, each with its length before it), plain values.
 */
final class FloatListColumn {
  /** Values that a page may hold before it goes to the row group: 1 MB. */
  private static final int PAGE_VALUES = 1 << 18;

  private final ColumnDescriptor column;
  private final PageWriter pages;
  private final LevelRuns repetition = new LevelRuns();
  private final LevelRuns definition = new LevelRuns();
  private ByteBuffer values = little(1 << 16);
  private Statistics<?> statistics;
  private int levels;
  private int rows;

  FloatListColumn(ColumnDescriptor column, PageWriter pages) {
    this.column = column;
    this.pages = pages;
    this.statistics = Statistics.createStats(column.getPrimitiveType());
  }

  /**
   * @param list null for an empty cell, where the column allows it
   */
  void write(float[] list) throws IOException {
    int full = column.getMaxDefinitionLevel();
    repetition.add(0, 1);
    if (list == null || list.length == 0) {
      definition.add(list == null ? 0 : full - 1, 1);
      statistics.incrementNumNulls();
      levels++;
    } else {
      repetition.add(1, list.length - 1);
      definition.add(full, list.length);
      put(list);
      levels += list.length;
    }
    rows++;
    if (levels >= PAGE_VALUES) {
      flush();
    }
  }

  private void put(float[] list) {
    int bytes = Float.BYTES * list.length;
    if (values.remaining() < bytes) {
      ByteBuffer larger = little(Math.max(2 * values.capacity(), values.position() + bytes));
      values = larger.put(values.flip());
    }
    values.asFloatBuffer().put(list);
    values.position(values.position() + bytes);
    float least = list[0];
    float most = list[0];
    for (float value : list) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    statistics.updateStats(least);
    statistics.updateStats(most);
  }

  /** Bytes of the column in memory, those of the pages as they were compressed. */
  long bytes() {
    return pages.getMemSize() + values.position();
  }

  /** Ends the page, if anything is in it. */
  @SuppressWarnings("ByteBufferBackingArray")
  void flush() throws IOException {
    if (rows == 0) {
      return;
    }
    BytesInput bytes =
        BytesInput.concat(
            repetition.take(),
            definition.take(),
            BytesInput.from(values.array(), 0, values.position()));
    pages.writePage(bytes, levels, rows, statistics, Encoding.RLE, Encoding.RLE, Encoding.PLAIN);
    values.clear();
    statistics = Statistics.createStats(column.getPrimitiveType());
    levels = 0;
    rows = 0;
  }

  private static ByteBuffer little(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Levels as runs of equal ones; a level fits into one byte. */
  private static final class LevelRuns {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int level;
    private int length;

    void add(int next, int count) throws IOException {
      if (next != level) {
        endRun();
        level = next;
      }
      length += count;
    }

    private void endRun() throws IOException {
      if (length > 0) {
        BytesUtils.writeUnsignedVarInt(length << 1, bytes);
        bytes.write(level);
        length = 0;
      }
    }

    /** Length in bytes, then the runs. */
    BytesInput take() throws IOException {
      endRun();
      byte[] runs = bytes.toByteArray();
      bytes.reset();
      return BytesInput.concat(BytesInput.fromInt(runs.length), BytesInput.from(runs));
    }
  }
}
