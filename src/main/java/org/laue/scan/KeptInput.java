package org.laue.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Numbers of a file of kept results. A count is believed only where the rest of the file has room
 * for as many, so no more memory is ever asked for than the file is long; what no scan writes is an
 * {@link IOException}.
 */
final class KeptInput {
  private final DataInputStream in;
  private long left;

  /**
   * @param length bytes that may be read
   */
  KeptInput(InputStream in, long length) {
    this.in = new DataInputStream(in);
    this.left = length;
  }

  private void take(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("More is asked for than there is");
    }
  }

  byte nextByte() throws IOException {
    take(Byte.BYTES);
    return in.readByte();
  }

  int nextInt() throws IOException {
    take(Integer.BYTES);
    return in.readInt();
  }

  /**
   * How many there are of something.
   *
   * @param bytesEach the least that one takes
   */
  int count(int bytesEach) throws IOException {
    return between(nextInt(), 0, left / bytesEach);
  }

  int between(int value, long least, long most) throws IOException {
    require(value >= least && value <= most);
    return value;
  }

  byte[] bytes(int count) throws IOException {
    take(count);
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }

  float[] floats(int count) throws IOException {
    take((long) Float.BYTES * count);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = in.readFloat();
    }
    return floats;
  }

  double nextDouble() throws IOException {
    take(Double.BYTES);
    return in.readDouble();
  }

  double[] doubles(int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = nextDouble();
    }
    return values;
  }

  /** The class at a place of {@link LocalClass#values}. */
  LocalClass kind() throws IOException {
    return LocalClass.at(between(nextByte(), 0, LocalClass.values().length - 1L));
  }

  void end() throws IOException {
    require(left == 0);
  }

  static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("No scan writes that");
    }
  }
}
