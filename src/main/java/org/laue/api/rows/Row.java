package org.laue.api.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The answer for one structure, or why there is none.
 *
 * @param source the file, with {@code !entry} for an entry of an archive
 * @param position of the structure in it, from 1; 0 for the source as a whole
 * @param values one for each column, null where there is none
 * @param error why there is no answer, or null
 * @param ours whether the fault is the program's
 */
public record Row(String source, int position, List<Object> values, String error, boolean ours)
    implements Serializable {

  public Row {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  static Row failed(String source, int position, int columns, String error, boolean ours) {
    return new Row(source, position, Collections.nCopies(columns, null), error, ours);
  }

  public boolean isFailed() {
    return error != null;
  }

  /** The same row without its answer. */
  public Row failed(String reason) {
    return failed(source, position, values.size(), reason, false);
  }

  /** The same row with another value in one column. */
  public Row with(int column, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(column, value);
    return new Row(source, position, changed, error, ours);
  }
}
