package org.laue.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.laue.api.rows.Row;

/** Prints rows as they come; a table for people waits for the last one, to know its widths. */
final class RowPrinter implements AutoCloseable {
  private final PrintWriter out;
  private final List<String> columns;
  private final OutputTable.Style style;
  private final OutputTable wide;
  private final ScreenTable screen;

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
    this.wide = new OutputTable(all);
    this.screen = shown.isEmpty() ? null : new ScreenTable(columns, shown);
    if (style == OutputTable.Style.CSV) {
      out.println(OutputTable.csvLine(this.columns));
    }
  }

  void print(Row row) {
    if (style == OutputTable.Style.TABLE && screen != null) {
      screen.add(row);
      return;
    }
    List<Object> values = new ArrayList<>(List.of(shown(row.source()), row.position()));
    values.addAll(row.values());
    values.add(row.error());
    switch (style) {
      case CSV -> out.println(OutputTable.csvLine(values));
      case JSON -> out.println(OutputTable.jsonLine(columns, values));
      case TABLE -> wide.add(values.toArray());
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
      out.print(screen == null ? wide.forPeople().render(style) : screen.render());
    }
    out.flush();
  }
}
