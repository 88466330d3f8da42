package org.laue.defects;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Seeds of variants: the first eight bytes, big-endian, of the SHA-256 of the UTF-8 text {@code
 * <study seed>|<structure id>|<defect>|<replicate>}. The defect is the canonical text of its
 * specification, which holds kind and level. Neither partition nor thread nor clock takes part, so
 * the same rows come out wherever and however often a variant is made.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * @param structureId identity of the pristine crystal
   * @param replicate 0 for the first variant of this structure and defect
   */
  public static long of(long studySeed, String structureId, DefectSpec defect, int replicate) {
    return hash(studySeed + "|" + structureId + "|" + defect.canonical() + "|" + replicate);
  }

  /** Kind and level given apart, for defects without further parameters. */
  public static long of(
      long studySeed, String structureId, DefectKind kind, double level, int replicate) {
    String defect = kind.label();
    if (kind != DefectKind.PRISTINE) {
      defect += " " + Levels.format(level);
    }
    return hash(studySeed + "|" + structureId + "|" + defect + "|" + replicate);
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
