package org.laue.spark.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.laue.UserException;
import org.laue.api.rows.RowFunction;
import org.laue.api.rows.StructureText;

/**
 * Answers for the structure in a text: a value for each column, or nulls and the reason in the last
 * one. No text ends the query.
 *
 * @param columns of the answer, without the reason
 * @param limit time for one structure
 */
record TextFunction(RowsAt rows, int columns, Duration limit)
    implements UDF3<Object, String, Double, Row> {

  /**
   * @param text a string or the bytes of a file
   * @param format null to recognise it
   * @param symprec angstrom, null for the function's own
   */
  @Override
  public Row call(Object text, String format, Double symprec) {
    if (text == null) {
      return refused("No text: it is NULL");
    }
    RowFunction function;
    try {
      function = rows.at(symprec == null ? OptionalDouble.empty() : OptionalDouble.of(symprec));
    } catch (UserException e) {
      return refused(e.getMessage());
    }
    org.laue.api.rows.Row row = structure(text, format).row(function, limit);
    return row(row.values(), row.error());
  }

  private static StructureText structure(Object text, String format) {
    Optional<String> name =
        Optional.ofNullable(format)
            .map(f -> f.strip().toLowerCase(Locale.ROOT))
            .filter(f -> !f.isEmpty());
    return text instanceof byte[] bytes
        ? new StructureText(bytes, name)
        : StructureText.of((String) text, name);
  }

  private Row refused(String reason) {
    return row(Collections.nCopies(columns, null), reason);
  }

  private static Row row(List<Object> values, String error) {
    List<Object> all = new ArrayList<>(values);
    all.add(error);
    return RowFactory.create(all.toArray());
  }
}
