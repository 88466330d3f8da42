package org.laue.descriptors;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a descriptor makes as NumPy files: little-endian float32, format version 1.0. */
public final class NpyWriter {
  /** Magic text, version and header together are a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private NpyWriter() {}

  /**
   * Writes one file's worth of bytes; the stream stays open.
   *
   * @param values the last index running fastest
   * @param shape sizes, as {@link Descriptor#shape} tells them
   */
  public static void write(float[] values, int[] shape, OutputStream out) throws IOException {
    byte[] header = header(shape);
    ByteBuffer bytes = ByteBuffer.allocate(2 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) header.length).put(header);
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    DataOutputStream stream = new DataOutputStream(out);
    stream.write(MAGIC);
    stream.write(bytes.array());
    stream.write(data.array());
    stream.flush();
  }

  private static byte[] header(int[] shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(sizes);
    int before = MAGIC.length + 2;
    int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
    return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
