package org.laue.tables.parquet;

import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Takes the primitive values of one cell, alone or as the elements of a list. */
final class CellConverter extends PrimitiveConverter {
  private static final int FIRST_CAPACITY = 16;

  private final ColumnType type;
  private Object scalar;
  private boolean listPresent;
  private int size;
  private int[] ints = {};
  private double[] doubles = {};
  private float[] floats = {};

  CellConverter(ColumnType type) {
    this.type = type;
  }

  void clear() {
    scalar = null;
    listPresent = false;
    size = 0;
  }

  void startList() {
    listPresent = true;
  }

  /** The cell as {@link TableRow} wants it, or null. */
  Object value() {
    if (!type.isList()) {
      return scalar;
    }
    if (!listPresent) {
      return null;
    }
    return switch (type) {
      case INTS -> Arrays.copyOf(ints, size);
      case DOUBLES -> Arrays.copyOf(doubles, size);
      default -> Arrays.copyOf(floats, size);
    };
  }

  @Override
  public void addBinary(Binary value) {
    scalar = value.toStringUsingUTF8();
  }

  @Override
  public void addBoolean(boolean value) {
    scalar = value;
  }

  @Override
  public void addLong(long value) {
    scalar = value;
  }

  @Override
  public void addInt(int value) {
    if (type == ColumnType.INT) {
      scalar = value;
      return;
    }
    if (size == ints.length) {
      ints = Arrays.copyOf(ints, larger());
    }
    ints[size++] = value;
  }

  @Override
  public void addDouble(double value) {
    if (type == ColumnType.DOUBLE) {
      scalar = value;
      return;
    }
    if (size == doubles.length) {
      doubles = Arrays.copyOf(doubles, larger());
    }
    doubles[size++] = value;
  }

  @Override
  public void addFloat(float value) {
    if (size == floats.length) {
      floats = Arrays.copyOf(floats, larger());
    }
    floats[size++] = value;
  }

  private int larger() {
    return Math.max(FIRST_CAPACITY, 2 * size);
  }
}
