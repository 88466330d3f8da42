package org.laue.descriptors.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Fingerprints as NumPy files: little-endian float32, shape (3, n, n), channels first, format
 * version 1.0.
 */
public final class NpyWriter {
  /** Magic text, version and header together are a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private NpyWriter() {}

  /** Writes one file's worth of bytes; the stream stays open. */
  public static void write(Fingerprint fingerprint, OutputStream out) throws IOException {
    byte[] header = header(fingerprint.size());
    ByteBuffer bytes = ByteBuffer.allocate(2 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) header.length).put(header);
    float[] pixels = fingerprint.pixels();
    ByteBuffer data = ByteBuffer.allocate(4 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(pixels);
    DataOutputStream stream = new DataOutputStream(out);
    stream.write(MAGIC);
    stream.write(bytes.array());
    stream.write(data.array());
    stream.flush();
  }

  private static byte[] header(int size) {
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d, %d), }"
            .formatted(Fingerprint.CHANNELS, size, size);
    int before = MAGIC.length + 2;
    int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
    return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
