package org.laue.spark.sql;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.laue.api.rows.RowFunction;

/** What is said of structures at a tolerance. */
@FunctionalInterface
interface RowsAt extends Serializable {
  /**
   * @param symprec angstrom; empty for the function's own
   * @throws org.laue.UserException if there is no such tolerance
   */
  RowFunction at(OptionalDouble symprec);
}
