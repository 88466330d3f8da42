package org.laue.formats.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.laue.UserException;

/** Takes gzip, zip and tar apart, recognised by their first bytes; nothing is written anywhere. */
public final class Unpacker {
  /** Takes the plain files of a source, or why one of them must not be read. */
  public interface PlainFiles {
    void plain(String source, InputStream in) throws IOException;

    void refuse(String source, String reason);
  }

  private static final int PEEKED = 512;

  private final ReadLimits limits;
  private final PlainFiles files;
  private final CountingStream stored;

  private Unpacker(InputStream stored, ReadLimits limits, PlainFiles files) {
    this.stored = new CountingStream(stored);
    this.limits = limits;
    this.files = files;
  }

  public static void unpack(String source, InputStream stored, ReadLimits limits, PlainFiles files)
      throws IOException {
    Unpacker unpacker = new Unpacker(stored, limits, files);
    unpacker.open(source, unpacker.stored, true);
  }

  private void open(String source, InputStream packed, boolean archivesAllowed) throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, PEEKED);
    byte[] head = in.readNBytes(PEEKED);
    in.unread(head);
    PackedKind kind = PackedKind.of(head);
    switch (kind) {
      case PLAIN -> files.plain(source, in);
      case GZIP -> openGzip(source, in, archivesAllowed);
      case ZIP, TAR -> openArchive(source, in, kind, archivesAllowed);
      default ->
          throw new UserException(
              "Packed with " + kind.label() + ", which is not read; unpack it, or pack with gzip");
    }
  }

  private void openGzip(String source, InputStream in, boolean archivesAllowed) throws IOException {
    try {
      InputStream plain = guarded(new GZIPInputStream(in, 1 << 14));
      if (archivesAllowed) {
        openMember(source, plain);
      } else {
        files.plain(source, plain);
      }
    } catch (ZipException | EOFException e) {
      throw new UnusableSourceException("Damaged gzip header (" + e.getMessage() + ")", e);
    }
  }

  /** What is inside one gzip: a tar archive or a plain file. */
  private void openMember(String source, InputStream plain) throws IOException {
    PushbackInputStream in = new PushbackInputStream(plain, PEEKED);
    byte[] head = in.readNBytes(PEEKED);
    in.unread(head);
    PackedKind kind = PackedKind.of(head);
    if (kind == PackedKind.TAR) {
      openArchive(source, in, kind, true);
    } else if (kind == PackedKind.PLAIN) {
      files.plain(source, in);
    } else {
      throw new UserException("Packed twice (" + kind.label() + " in gzip); unpack it first");
    }
  }

  private void openArchive(String source, InputStream in, PackedKind kind, boolean allowed)
      throws IOException {
    if (!allowed) {
      throw new UserException("An archive within an archive is not read; unpack the outer one");
    }
    Archives.Entries entries =
        (name, content) -> {
          String entry = source + "!" + name;
          if (climbsOut(name)) {
            files.refuse(entry, "Entry name leads out of the archive; pack it with plain names");
            return;
          }
          try {
            open(entry, content, false);
          } catch (UserException e) {
            files.refuse(entry, e.getMessage());
          }
        };
    if (kind == PackedKind.ZIP) {
      Archives.zip(in, this::guarded, entries);
    } else {
      Archives.tar(in, entries);
    }
  }

  private InputStream guarded(InputStream unpacking) {
    long before = stored.count();
    return new GuardedStream(unpacking, () -> Math.max(1, stored.count() - before), limits);
  }

  static boolean climbsOut(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("^[A-Za-z]:.*")
        || path.indexOf('\0') >= 0
        || ("/" + path + "/").contains("/../");
  }
}
