package org.laue.formats.io;

import java.nio.charset.StandardCharsets;

/** How bytes are packed, by their signature. */
enum PackedKind {
  GZIP("gzip", 0, "\u001f\u008b"),
  ZIP("zip", 0, "PK\u0003\u0004"),
  TAR("tar", 257, "ustar"),
  BZIP2("bzip2", 0, "BZh"),
  XZ("xz", 0, "\u00fd7zXZ"),
  ZSTD("zstd", 0, "(\u00b5/\u00fd"),
  SEVEN_ZIP("7z", 0, "7z\u00bc\u00af"),
  RAR("rar", 0, "Rar!"),
  PLAIN("nothing", 0, "");

  private final String label;
  private final int offset;
  private final String signature;

  PackedKind(String label, int offset, String signature) {
    this.label = label;
    this.offset = offset;
    this.signature = signature;
  }

  String label() {
    return label;
  }

  static PackedKind of(byte[] head) {
    for (PackedKind kind : values()) {
      if (kind.matches(head)) {
        return kind;
      }
    }
    return PLAIN;
  }

  private boolean matches(byte[] head) {
    int length = signature.length();
    return head.length >= offset + length
        && new String(head, offset, length, StandardCharsets.ISO_8859_1).equals(signature);
  }
}
