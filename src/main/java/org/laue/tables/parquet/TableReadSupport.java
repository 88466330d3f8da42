package org.laue.tables.parquet;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Makes rows of a schema, which may name fewer columns than the file holds. */
final class TableReadSupport extends ReadSupport<TableRow> {
  private final TableSchema schema;

  TableReadSupport(TableSchema schema) {
    this.schema = schema;
  }

  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(ParquetTypes.message(schema));
  }

  @Override
  public RecordMaterializer<TableRow> prepareForRead(
      Configuration configuration,
      Map<String, String> metadata,
      MessageType fileSchema,
      ReadContext context) {
    return new Materializer(schema);
  }

  private static final class Materializer extends RecordMaterializer<TableRow> {
    private final RowConverter root;

    Materializer(TableSchema schema) {
      this.root = new RowConverter(schema);
    }

    @Override
    public TableRow getCurrentRecord() {
      return root.row();
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }

  private static final class RowConverter extends GroupConverter {
    private final TableSchema schema;
    private final CellConverter[] cells;
    private final Converter[] converters;

    RowConverter(TableSchema schema) {
      this.schema = schema;
      this.cells =
          schema.columns().stream()
              .map(column -> new CellConverter(column.type()))
              .toArray(CellConverter[]::new);
      this.converters = new Converter[cells.length];
      for (int i = 0; i < cells.length; i++) {
        boolean list = schema.columns().get(i).type().isList();
        converters[i] = list ? new ListConverter(cells[i]) : cells[i];
      }
    }

    @Override
    public Converter getConverter(int field) {
      return converters[field];
    }

    @Override
    public void start() {
      for (CellConverter cell : cells) {
        cell.clear();
      }
    }

    @Override
    public void end() {}

    TableRow row() {
      Object[] values = new Object[cells.length];
      for (int i = 0; i < cells.length; i++) {
        values[i] = cells[i].value();
      }
      return TableRow.of(schema, values);
    }
  }

  /** Two levels of groups around each element. */
  private static final class ListConverter extends GroupConverter {
    private final CellConverter cell;
    private final GroupConverter element;

    ListConverter(CellConverter cell) {
      this.cell = cell;
      this.element = new ElementConverter(cell);
    }

    @Override
    public Converter getConverter(int field) {
      return element;
    }

    @Override
    public void start() {
      cell.startList();
    }

    @Override
    public void end() {}
  }

  private static final class ElementConverter extends GroupConverter {
    private final CellConverter cell;

    ElementConverter(CellConverter cell) {
      this.cell = cell;
    }

    @Override
    public Converter getConverter(int field) {
      return cell;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
