package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.laue.UserException;

/**
 * Takes compressed files and archives apart, recognised by their first bytes; nothing is written
 * anywhere.
 */
public final class Unpacker {
  /** Takes the plain files of a source, or why one of them must not be read. */
  public interface PlainFiles {
    void plain(String source, InputStream in) throws IOException;

    void refuse(String source, String reason);
  }

  private static final int PEEKED = 512;

  /** No file system takes longer paths. */
  private static final int MAX_NAME = 4096;

  private final ReadLimits limits;
  private final PlainFiles files;
  private final StoredStream stored;

  private Unpacker(InputStream stored, ReadLimits limits, PlainFiles files) {
    this.stored = new StoredStream(stored);
    this.limits = limits;
    this.files = files;
  }

  public static void unpack(String source, InputStream stored, ReadLimits limits, PlainFiles files)
      throws IOException {
    Unpacker unpacker = new Unpacker(stored, limits, files);
    unpacker.open(source, unpacker.stored, true, true);
  }

  private void open(String source, InputStream packed, boolean compressed, boolean archives)
      throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, PEEKED);
    byte[] head = in.readNBytes(PEEKED);
    in.unread(head);
    PackedKind kind = PackedKind.of(head);
    if (kind == PackedKind.PLAIN) {
      files.plain(source, in);
    } else if (kind.isCompressed() && compressed) {
      open(source, unpacked(kind, in), false, archives);
    } else if (kind.isCompressed()) {
      throw new UserException("Packed twice (the second time " + kind.label() + "); unpack it");
    } else if (kind.isArchive()) {
      openArchive(source, in, kind, archives);
    } else {
      throw new UserException(
          "Packed with " + kind.label() + ", which is not read; unpack it, or pack with gzip");
    }
  }

  private InputStream unpacked(PackedKind kind, InputStream in) throws IOException {
    try {
      return new GuardedStream(kind.open(in), stored, limits);
    } catch (IOException | RuntimeException e) {
      throw stored.damage("Damaged " + kind.label() + " header", e);
    }
  }

  private void openArchive(String source, InputStream in, PackedKind kind, boolean allowed)
      throws IOException {
    if (!allowed) {
      throw new UserException("An archive within an archive is not read; unpack the outer one");
    }
    Archive archive = kind == PackedKind.ZIP ? Archive.zip(in, stored) : Archive.tar(in, stored);
    for (boolean entry = archive.next(); entry; entry = archive.next()) {
      read(source + "!" + shortened(archive.name()), archive);
    }
    String passedOver = archive.passedOver();
    if (!passedOver.isEmpty()) {
      files.refuse(source, passedOver);
    }
    if (!archive.hasEnd()) {
      files.refuse(source, "The archive is cut off behind its last file; fetch it again");
    }
  }

  private void read(String entry, Archive archive) throws IOException {
    if (archive.name().length() > MAX_NAME) {
      files.refuse(
          entry,
          "Entry name has " + archive.name().length() + " characters; pack it with a short name");
    } else if (climbsOut(archive.name())) {
      files.refuse(entry, "Entry name leads out of the archive; pack it with plain names");
    } else {
      try {
        open(entry, new GuardedStream(archive.content(), stored, limits), true, false);
      } catch (UserException e) {
        files.refuse(entry, e.getMessage());
      }
    }
  }

  private static String shortened(String name) {
    return name.length() > MAX_NAME ? name.substring(0, 100) + "..." : name;
  }

  static boolean climbsOut(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("^[A-Za-z]:/.*")
        || path.indexOf('\0') >= 0
        || ("/" + path + "/").contains("/../");
  }
}
