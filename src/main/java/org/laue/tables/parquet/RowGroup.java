package org.laue.tables.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The rows between two flushes of a file, column by column. */
final class RowGroup {
  private final TableSchema schema;
  private final List<ColumnPages> pages;
  private final ColumnWriteStore store;

  /** By column: one of the two. */
  private final ColumnWriter[] writers;

  private final FloatListColumn[] floatLists;
  private final int[] definition;
  private long rows;

  RowGroup(
      TableSchema schema,
      MessageType message,
      BytesInputCompressor compressor,
      ParquetProperties properties) {
    this.schema = schema;
    this.pages =
        message.getColumns().stream().map(column -> new ColumnPages(column, compressor)).toList();
    Map<ColumnDescriptor, PageWriter> byColumn = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      byColumn.put(message.getColumns().get(i), pages.get(i));
    }
    this.store = properties.newColumnWriteStore(withoutFloatLists(message), byColumn::get);
    int columns = schema.columns().size();
    this.writers = new ColumnWriter[columns];
    this.floatLists = new FloatListColumn[columns];
    this.definition = new int[columns];
    for (int i = 0; i < columns; i++) {
      ColumnDescriptor column = message.getColumns().get(i);
      definition[i] = column.getMaxDefinitionLevel();
      if (isFloatList(i)) {
        floatLists[i] = new FloatListColumn(column, pages.get(i));
      } else {
        writers[i] = store.getColumnWriter(column);
      }
    }
  }

  private boolean isFloatList(int column) {
    return schema.columns().get(column).type() == ColumnType.FLOATS;
  }

  private MessageType withoutFloatLists(MessageType message) {
    List<Type> fields = new ArrayList<>();
    for (int i = 0; i < message.getFieldCount(); i++) {
      if (!isFloatList(i)) {
        fields.add(message.getType(i));
      }
    }
    return new MessageType(message.getName(), fields);
  }

  void write(TableRow row) throws IOException {
    for (int i = 0; i < writers.length; i++) {
      if (floatLists[i] != null) {
        floatLists[i].write((float[]) row.value(i));
      } else if (row.value(i) == null) {
        writers[i].writeNull(0, 0);
      } else {
        write(writers[i], row.value(i), definition[i]);
      }
    }
    store.endRecord();
    rows++;
  }

  private static void write(ColumnWriter writer, Object value, int present) {
    if (value instanceof String text) {
      writer.write(Binary.fromString(text), 0, present);
    } else if (value instanceof Integer number) {
      writer.write(number.intValue(), 0, present);
    } else if (value instanceof Long number) {
      writer.write(number.longValue(), 0, present);
    } else if (value instanceof Double number) {
      writer.write(number.doubleValue(), 0, present);
    } else if (value instanceof Boolean flag) {
      writer.write(flag.booleanValue(), 0, present);
    } else {
      writeList(writer, value, present);
    }
  }

  /** Of a list, the first element begins the row; an empty one stands one level below. */
  private static void writeList(ColumnWriter writer, Object array, int present) {
    int length = java.lang.reflect.Array.getLength(array);
    if (length == 0) {
      writer.writeNull(0, present - 1);
    }
    for (int i = 0; i < length; i++) {
      int repetition = i == 0 ? 0 : 1;
      if (array instanceof double[] doubles) {
        writer.write(doubles[i], repetition, present);
      } else {
        writer.write(((int[]) array)[i], repetition, present);
      }
    }
  }

  long rows() {
    return rows;
  }

  /** Bytes in memory. */
  long bytes() {
    long sum = store.getBufferedSize();
    for (FloatListColumn list : floatLists) {
      sum += list == null ? 0 : list.bytes();
    }
    return sum;
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    file.startBlock(rows);
    store.flush();
    for (FloatListColumn list : floatLists) {
      if (list != null) {
        list.flush();
      }
    }
    for (ColumnPages column : pages) {
      column.writeTo(file);
    }
    file.endBlock();
    store.close();
  }
}
