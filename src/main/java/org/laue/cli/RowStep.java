package org.laue.cli;

import java.io.IOException;
import org.laue.api.rows.Row;

/** What happens to each row, in file order, between its computation and its printing. */
interface RowStep {
  RowStep NONE = (row, next) -> next.row(row);

  /** Takes the row when the step is through with it. */
  interface Next {
    void row(Row row) throws IOException;
  }

  void take(Row row, Next next) throws IOException;

  /** After the last row. */
  default void end(Next next) throws IOException {}
}
