package org.laue.cli;

import picocli.CommandLine.Option;

/** {@code --table}, {@code --csv} or {@code --json}, for the commands that answer with rows. */
public final class OutputOptions {
  @Option(names = "--table", description = "A table for people (default).")
  private boolean table;

  @Option(names = "--csv", description = "Comma-separated values with a header line.")
  private boolean csv;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  public OutputTable.Style style() {
    if (json) {
      return OutputTable.Style.JSON;
    }
    return csv && !table ? OutputTable.Style.CSV : OutputTable.Style.TABLE;
  }
}
