package org.laue.api.rows;

import java.io.Serializable;
import java.util.List;
import org.laue.formats.io.ParsedStructure;

/**
 * What is said of one structure. Thread-safe; it and its values travel to executors by Java's
 * serialisation.
 */
public interface RowFunction extends Serializable {
  /** Names of the values. */
  List<String> columns();

  /**
   * A value for each column; null where there is none.
   *
   * @throws org.laue.UserException if there is no answer
   */
  List<Object> apply(ParsedStructure structure);
}
