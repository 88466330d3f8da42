package org.laue.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.laue.api.rows.Row;

/** Prints rows as they come; a table for people waits for the last one, to know its widths. */
final class RowPrinter implements AutoCloseable {
  /** Columns of a screen. */
  private static final int SCREEN = 120;

  private final PrintWriter out;
  private final List<String> columns;
  private final OutputTable.Style style;
  private final OutputTable table;
  private final List<String> shown;

  /**
   * @param columns of the rows, without source and position before and the error behind them
   * @param shown the columns among them that a table shows; all of them where it is empty
   */
  RowPrinter(PrintWriter out, List<String> columns, OutputTable.Style style, List<String> shown) {
    List<String> all = new ArrayList<>(List.of("source", "position"));
    all.addAll(columns);
    all.add("error");
    this.out = out;
    this.columns = List.copyOf(all);
    this.style = style;
    this.shown = shown;
    this.table = new OutputTable(all);
    if (style == OutputTable.Style.CSV) {
      out.println(OutputTable.csvLine(this.columns));
    }
  }

  void print(Row row) {
    List<Object> values = new ArrayList<>(List.of(shown(row.source()), row.position()));
    values.addAll(row.values());
    values.add(row.error());
    switch (style) {
      case CSV -> out.println(OutputTable.csvLine(values));
      case JSON -> out.println(OutputTable.jsonLine(columns, values));
      case TABLE -> table.add(values.toArray());
    }
  }

  /** A file below the working directory without the way to it. */
  static String shown(String source) {
    String here = System.getProperty("user.dir") + "/";
    return source.startsWith(here) ? source.substring(here.length()) : source;
  }

  @Override
  public void close() {
    if (style == OutputTable.Style.TABLE) {
      out.print(forPeople().render(style));
    }
    out.flush();
  }

  private OutputTable forPeople() {
    if (shown.isEmpty()) {
      return table.forPeople(columns);
    }
    List<String> kept = new ArrayList<>(List.of("source", "position"));
    kept.addAll(shown);
    kept.add("error");
    return table.forPeople(kept).within(SCREEN);
  }
}
