package org.laue.scan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of results of pieces: the eight letters {@code LaueScan}, the version of the format
 * (int32), the 64 letters of what the results were made of, their number (int32), the results, and
 * the SHA-256 of all before it; numbers are big-endian. A result is a byte for its form and then
 * its numbers ({@link KeptResults}). Nothing of a file is used before the whole has the checksum
 * that stands at its end.
 */
final class KeptFile {
  private static final byte[] MAGIC = ascii("LaueScan");
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = 32;
  private static final int BUFFER = 1 << 16;

  private KeptFile() {}

  /**
   * @param origin digest of what the results were made of, 64 letters
   */
  static void write(Path file, String origin, List<?> results) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream bytes = Files.newOutputStream(file);
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(bytes, digest), BUFFER))) {
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeBytes(origin);
      out.writeInt(results.size());
      for (Object result : results) {
        KeptResults.write(result, out);
      }
      out.flush();
      bytes.write(digest.digest());
    }
  }

  /**
   * @param origin of the results that are looked for
   * @param count of them
   * @throws IOException where the file is not whole, or holds anything else
   */
  static List<Object> read(Path file, String origin, int count) throws IOException {
    long length = Files.size(file) - CHECKSUM_BYTES;
    KeptInput.require(length > 0 && length <= Runtime.getRuntime().maxMemory() / 2);
    check(file, length);
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      KeptInput in = new KeptInput(bytes, length);
      KeptInput.require(Arrays.equals(in.bytes(MAGIC.length), MAGIC));
      KeptInput.require(in.nextInt() == VERSION);
      KeptInput.require(Arrays.equals(in.bytes(origin.length()), ascii(origin)));
      KeptInput.require(in.nextInt() == count);
      List<Object> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        results.add(KeptResults.read(in));
      }
      in.end();
      return results;
    }
  }

  private static void check(Path file, long length) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (read < 0) {
          throw new EOFException();
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      KeptInput.require(MessageDigest.isEqual(digest.digest(), in.readNBytes(CHECKSUM_BYTES)));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
