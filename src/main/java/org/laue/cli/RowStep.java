package org.laue.cli;

import java.io.IOException;
import java.util.List;

/** What happens to each row, in file order, between its computation and its printing. */
interface RowStep {
  RowStep NONE = (row, printer) -> printer.print(row);

  void take(List<Object> row, RowPrinter printer) throws IOException;

  /** After the last row. */
  default void end(RowPrinter printer) throws IOException {}
}
