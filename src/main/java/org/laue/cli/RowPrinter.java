package org.laue.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints rows as they come; a table for people waits for the last one, to know its widths. */
final class RowPrinter implements AutoCloseable {
  private final PrintWriter out;
  private final List<String> columns;
  private final OutputTable.Style style;
  private final OutputTable table;

  RowPrinter(PrintWriter out, List<String> columns, OutputTable.Style style) {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.style = style;
    this.table = new OutputTable(columns);
    if (style == OutputTable.Style.CSV) {
      out.println(OutputTable.csvLine(columns));
    }
  }

  void print(List<Object> row) {
    switch (style) {
      case CSV -> out.println(OutputTable.csvLine(row));
      case JSON -> out.println(OutputTable.jsonLine(columns, row));
      case TABLE -> table.add(row.toArray());
    }
  }

  @Override
  public void close() {
    if (style == OutputTable.Style.TABLE) {
      out.print(table.forPeople().render(style));
    }
    out.flush();
  }
}
