package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** How bytes are packed, by their signature: the whole of it, so that no text is taken for it. */
public enum PackedKind {
  GZIP("gzip", "\u001f\u008b.*", in -> new GzipCompressorInputStream(in, true)),
  BZIP2(
      "bzip2",
      "BZh[1-9](1AY&SY|\u0017rE8P\u0090).*",
      in -> new BZip2CompressorInputStream(in, true)),
  XZ("xz", "\u00fd7zXZ\0.*", in -> new XZCompressorInputStream(in, true, PackedKind.XZ_KIB)),
  ZSTD("zstd", "\\(\u00b5/\u00fd.*", ZstdCompressorInputStream::new),
  COMPRESS("compress", "\u001f\u009d.*", in -> new ZCompressorInputStream(in, PackedKind.Z_KIB)),
  ZIP("zip", "PK(\u0003\u0004|\u0005\u0006).*", null),
  TAR("tar", ".{257}ustar.*", null),
  SEVEN_ZIP("7z", "7z\u00bc\u00af'\u001c.*", null),
  RAR("rar", "Rar!\u001a\u0007.*", null),
  PLAIN("nothing", ".*", null);

  /** What {@code xz -9} needs, doubled; a file that asks for more is a trap. */
  private static final int XZ_KIB = 128 << 10;

  private static final int Z_KIB = 1 << 10;

  /** Opens one kind of compressed stream. */
  private interface Opener {
    InputStream open(InputStream packed) throws IOException;
  }

  private final String label;
  private final Pattern signature;
  private final Opener opener;

  PackedKind(String label, String signature, Opener opener) {
    this.label = label;
    this.signature = Pattern.compile(signature, Pattern.DOTALL);
    this.opener = opener;
  }

  public String label() {
    return label;
  }

  /** One stream of bytes, made smaller. */
  boolean isCompressed() {
    return opener != null;
  }

  /** Many files in one. */
  boolean isArchive() {
    return this == ZIP || this == TAR;
  }

  /** The unpacked bytes of a compressed kind. */
  public InputStream open(InputStream packed) throws IOException {
    return opener.open(packed);
  }

  public static PackedKind of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (PackedKind kind : values()) {
      if (kind.signature.matcher(text).matches()) {
        return kind;
      }
    }
    throw new IllegalStateException("every text matches " + PLAIN);
  }
}
