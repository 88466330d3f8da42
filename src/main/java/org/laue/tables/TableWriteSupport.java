package org.laue.tables;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the cells of a row to Parquet. */
final class TableWriteSupport extends WriteSupport<TableRow> {
  private final TableSchema schema;
  private RecordConsumer consumer;

  TableWriteSupport(TableSchema schema) {
    this.schema = schema;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetTypes.message(schema), Map.of("laue.table", schema.name()));
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public void write(TableRow row) {
    consumer.startMessage();
    for (int i = 0; i < schema.columns().size(); i++) {
      if (row.value(i) != null) {
        String name = schema.columns().get(i).name();
        consumer.startField(name, i);
        writeValue(row.value(i));
        consumer.endField(name, i);
      }
    }
    consumer.endMessage();
  }

  private void writeValue(Object value) {
    if (value instanceof String text) {
      consumer.addBinary(Binary.fromString(text));
    } else if (value instanceof Integer number) {
      consumer.addInteger(number);
    } else if (value instanceof Long number) {
      consumer.addLong(number);
    } else if (value instanceof Double number) {
      consumer.addDouble(number);
    } else if (value instanceof Boolean flag) {
      consumer.addBoolean(flag);
    } else {
      writeList(value);
    }
  }

  private void writeList(Object array) {
    consumer.startGroup();
    int length = java.lang.reflect.Array.getLength(array);
    if (length > 0) {
      consumer.startField(ParquetTypes.LIST, 0);
      for (int i = 0; i < length; i++) {
        consumer.startGroup();
        consumer.startField(ParquetTypes.ELEMENT, 0);
        writeElement(array, i);
        consumer.endField(ParquetTypes.ELEMENT, 0);
        consumer.endGroup();
      }
      consumer.endField(ParquetTypes.LIST, 0);
    }
    consumer.endGroup();
  }

  private void writeElement(Object array, int i) {
    if (array instanceof float[] floats) {
      consumer.addFloat(floats[i]);
    } else if (array instanceof double[] doubles) {
      consumer.addDouble(doubles[i]);
    } else {
      consumer.addInteger(((int[]) array)[i]);
    }
  }
}
