package org.laue.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 in the few forms that tables need. */
public final class Hashes {
  private Hashes() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
  public static String of(String text) {
    return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256 of a map's entries in the order of their keys. */
  public static String of(Map<String, String> entries) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(entries)
        .forEach((key, value) -> append(append(text, key), value == null ? "" : value));
    return of(text.toString());
  }

  /** Lengths stand before the texts, so that no two lists of texts run together alike. */
  private static StringBuilder append(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part);
  }

  /** A well-mixed 64-bit number from a text and a seed, for orderings that look random. */
  public static long mix(long seed, String text) {
    byte[] digest = sha256().digest((seed + ":" + text).getBytes(StandardCharsets.UTF_8));
    long mixed = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      mixed = mixed << Byte.SIZE | (digest[i] & 0xFF);
    }
    return mixed;
  }
}
