package org.laue.tables.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Checksum of rows in their order: two cyclic codes of 32 bits, which cost next to nothing even for
 * images. It tells equal rows from changed ones; against forgery stands the SHA-256 of the files.
 */
final class RowDigest {
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 10);

  void add(TableRow row) {
    for (int i = 0; i < row.schema().columns().size(); i++) {
      Object value = row.value(i);
      if (value == null) {
        room(1).put(ABSENT);
      } else {
        put(value);
      }
      update();
    }
  }

  /** 16 hexadecimal digits. */
  String value() {
    return HexFormat.of().toHexDigits((int) first.getValue())
        + HexFormat.of().toHexDigits((int) second.getValue());
  }

  private void put(Object value) {
    if (value instanceof float[] floats) {
      list(floats.length, Float.BYTES).asFloatBuffer().put(floats);
      filled(floats.length * Float.BYTES);
    } else if (value instanceof double[] doubles) {
      list(doubles.length, Double.BYTES).asDoubleBuffer().put(doubles);
      filled(doubles.length * Double.BYTES);
    } else if (value instanceof int[] ints) {
      list(ints.length, Integer.BYTES).asIntBuffer().put(ints);
      filled(ints.length * Integer.BYTES);
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      list(bytes.length, 1).put(bytes);
    } else {
      putScalar(value);
    }
  }

  private void putScalar(Object value) {
    room(1 + Long.BYTES).put(PRESENT);
    if (value instanceof Double number) {
      buffer.putDouble(number);
    } else if (value instanceof Boolean flag) {
      buffer.put(flag ? PRESENT : ABSENT);
    } else {
      buffer.putLong(((Number) value).longValue());
    }
  }

  private ByteBuffer list(int length, int width) {
    room(1 + Integer.BYTES + Math.multiplyExact(length, width));
    return buffer.put(PRESENT).putInt(length);
  }

  private void filled(int bytes) {
    buffer.position(buffer.position() + bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(Math.max(bytes, 2 * buffer.capacity()));
    }
    return buffer.clear();
  }

  private void update() {
    buffer.flip();
    first.update(buffer.duplicate());
    second.update(buffer);
  }
}
