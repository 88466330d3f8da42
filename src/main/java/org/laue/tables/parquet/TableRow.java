package org.laue.tables.parquet;

import org.laue.UserException;

/**
 * One row: values in the order of its schema's columns, {@code null} where a cell is empty. Arrays
 * are not copied: a row belongs to whoever reads or writes it, for a moment.
 */
public final class TableRow {
  private final TableSchema schema;
  private final Object[] values;

  private TableRow(TableSchema schema, Object[] values) {
    this.schema = schema;
    this.values = values;
  }

  /**
   * @param values one per column, of the column's type
   * @throws IllegalArgumentException if a value does not fit its column
   */
  public static TableRow of(TableSchema schema, Object... values) {
    if (values.length != schema.columns().size()) {
      throw new IllegalArgumentException(
          schema.name() + " has " + schema.columns().size() + " columns, not " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      check(schema, schema.columns().get(i), values[i]);
    }
    return new TableRow(schema, values);
  }

  private static void check(TableSchema schema, Column column, Object value) {
    boolean fits = value == null ? column.nullable() : column.type().javaType().isInstance(value);
    if (!fits) {
      throw new IllegalArgumentException(
          schema.name() + "." + column.name() + " cannot hold " + value);
    }
  }

  public TableSchema schema() {
    return schema;
  }

  /** Value of a column by position, or null. */
  public Object value(int column) {
    return values[column];
  }

  public boolean isNull(String column) {
    return values[schema.indexOf(column)] == null;
  }

  /** Text, or null where the cell is empty. */
  public String text(String column) {
    return (String) values[schema.indexOf(column)];
  }

  public int integer(String column) {
    return (Integer) present(column);
  }

  /** Integer, or null where the cell is empty. */
  public Integer integerOrNull(String column) {
    return (Integer) values[schema.indexOf(column)];
  }

  public long longInteger(String column) {
    return (Long) present(column);
  }

  public double number(String column) {
    return (Double) present(column);
  }

  /** Truth value, or null where the cell is empty. */
  public Boolean flagOrNull(String column) {
    return (Boolean) values[schema.indexOf(column)];
  }

  public int[] integers(String column) {
    return (int[]) present(column);
  }

  public double[] numbers(String column) {
    return (double[]) present(column);
  }

  public float[] floats(String column) {
    return (float[]) present(column);
  }

  private Object present(String column) {
    Object value = values[schema.indexOf(column)];
    if (value == null) {
      throw new UserException("Column " + schema.name() + "." + column + " is empty");
    }
    return value;
  }
}
