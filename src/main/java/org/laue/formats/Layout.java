package org.laue.formats;

import java.io.Serializable;

/**
 * How a source is stored, as far as it matters for reading it in pieces.
 *
 * @param isDivisible whether it can be read in pieces
 * @param bzip2 level of bzip2, 1 to 9, with which it is packed; 0 where it is plain
 * @param form name of its format, or of the packing that is in the way; empty where only the
 *     reading can tell what it is
 */
public record Layout(boolean isDivisible, int bzip2, String form) implements Serializable {
  /** What is wrong is left to the reading. */
  public static final Layout UNKNOWN = whole("");

  static Layout whole(String form) {
    return new Layout(false, 0, form);
  }
}
