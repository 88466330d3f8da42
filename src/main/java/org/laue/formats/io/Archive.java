package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.laue.UserException;

/**
 * Walks through the files of a zip or tar archive. Folders are passed over; links and special files
 * too, but said; and an archive that lacks its end has been cut.
 */
final class Archive {
  /** An archive of so many files is no collection of structures. */
  private static final int MAX_ENTRIES = 10_000_000;

  private static final int BLOCK = 512;
  private static final int SHOWN = 3;

  /** Bytes that may follow the mark of a zip's end: 18, and a comment. */
  private static final int LONGEST_COMMENT = 18 + 0xffff;

  private final boolean isTar;
  private final EndWatch bytes;
  private final ArchiveInputStream entries;
  private final StoredStream stored;
  private final List<String> links = new ArrayList<>();
  private ArchiveEntry entry;
  private int files;
  private int folders;
  private int linkCount;

  private Archive(boolean isTar, EndWatch bytes, ArchiveInputStream entries, StoredStream stored) {
    this.isTar = isTar;
    this.bytes = bytes;
    this.entries = entries;
    this.stored = stored;
  }

  static Archive zip(InputStream in, StoredStream stored) {
    EndWatch bytes = new EndWatch(in);
    return new Archive(
        false,
        bytes,
        new ZipArchiveInputStream(bytes, StandardCharsets.UTF_8.name(), true, true),
        stored);
  }

  /** POSIX ustar with the long names of GNU tar and of pax headers. */
  static Archive tar(InputStream in, StoredStream stored) {
    EndWatch bytes = new EndWatch(in);
    return new Archive(
        true, bytes, new TarArchiveInputStream(bytes, StandardCharsets.UTF_8.name()), stored);
  }

  /** Goes to the next file; false at the end. */
  boolean next() throws IOException {
    while (toNextEntry()) {
      if (entry.isDirectory()) {
        folders++;
      } else if (isLink(entry)) {
        linkCount++;
        if (links.size() < SHOWN) {
          links.add(LineSource.shown(entry.getName()));
        }
      } else {
        files++;
        return true;
      }
      if (files + folders + linkCount > MAX_ENTRIES) {
        throw new UnusableSourceException("The archive has more than " + MAX_ENTRIES + " entries");
      }
    }
    return false;
  }

  private boolean toNextEntry() throws IOException {
    try {
      entry = entries.getNextEntry();
    } catch (IOException | RuntimeException e) {
      throw stored.damage("Damaged " + (isTar ? "tar" : "zip") + " archive", e);
    }
    if (entry instanceof TarArchiveEntry tar && !tar.isCheckSumOK()) {
      throw new UnusableSourceException(
          "Damaged tar archive (check sum of the header of "
              + LineSource.shown(tar.getName())
              + ")");
    }
    return entry != null;
  }

  private static boolean isLink(ArchiveEntry entry) {
    if (entry instanceof ZipArchiveEntry zip) {
      return zip.isUnixSymlink();
    }
    TarArchiveEntry tar = (TarArchiveEntry) entry;
    return tar.isSymbolicLink()
        || tar.isLink()
        || tar.isFIFO()
        || tar.isBlockDevice()
        || tar.isCharacterDevice();
  }

  /** Path of the current file as the archive has it. */
  String name() {
    return entry.getName();
  }

  /** Bytes of the current file; what is left unread is skipped. */
  InputStream content() {
    if (!entries.canReadEntryData(entry)) {
      throw new UserException(
          "Packed in a way that is not read (encrypted?); unpack the archive first");
    }
    return entries;
  }

  /** What a user would miss among the answers; may be empty. */
  String passedOver() {
    String what =
        linkCount == 0
            ? ""
            : "links or special files: " + linkCount + ", " + String.join(" ", links);
    if (files == 0) {
      return "The archive holds no file (folders: "
          + folders
          + (what.isEmpty() ? ")" : "; " + what + ")");
    }
    return what.isEmpty() ? "" : "Passed over " + what + "; pack the files themselves";
  }

  /** Whether the archive ends as it must, not where a transfer broke off between two files. */
  boolean hasEnd() throws IOException {
    if (isTar) {
      return bytes.zeros >= BLOCK;
    }
    bytes.transferTo(OutputStream.nullOutputStream());
    return bytes.sinceDirectoryEnd <= LONGEST_COMMENT;
  }

  /** Sees the end marks pass: blocks of zeros of a tar, the end of a zip's directory. */
  private static final class EndWatch extends BlockStream {
    private static final int DIRECTORY_END = 0x504b0506;

    private long zeros;
    private long sinceDirectoryEnd = Long.MAX_VALUE / 2;
    private int last;

    EndWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      for (int i = offset; i < offset + count; i++) {
        zeros = buffer[i] == 0 ? zeros + 1 : 0;
        last = last << 8 | buffer[i] & 0xff;
        sinceDirectoryEnd = last == DIRECTORY_END ? 0 : sinceDirectoryEnd + 1;
      }
      return count;
    }
  }
}
