package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.runs.Runs;
import picocli.CommandLine;

/**
 * A call of the command line.
 *
 * @param said on both streams, in the order in which it was said
 */
record LaueCall(int exit, String said) {

  static LaueCall of(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = Laue.commandLine();
    line.setOut(new PrintWriter(text, true));
    line.setErr(new PrintWriter(text, true));
    int exit = line.execute(arguments);
    return new LaueCall(exit, text.toString());
  }

  /** Rows of the only run below a place that a call left. */
  static List<TableRow> rows(String place, TableSchema schema) throws IOException {
    Configuration hadoop = new Configuration();
    List<TableRow> rows = new ArrayList<>();
    try (TableReader reader = Runs.open(hadoop, place).read(hadoop, schema)) {
      for (TableRow row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
