package org.laue.tables.parquet;

/** What a cell of a table holds, and the Java type that stands for it in a {@link TableRow}. */
public enum ColumnType {
  STRING(String.class),
  INT(Integer.class),
  LONG(Long.class),
  DOUBLE(Double.class),
  BOOLEAN(Boolean.class),
  INTS(int[].class),
  DOUBLES(double[].class),
  FLOATS(float[].class);

  private final Class<?> javaType;

  ColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** Class of a value of this type; lists are primitive arrays. */
  public Class<?> javaType() {
    return javaType;
  }

  public boolean isList() {
    return javaType.isArray();
  }
}
