package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.api.rows.FilePiece;
import org.laue.api.rows.InputFile;
import org.laue.api.rows.StructureSource;
import org.laue.tables.Hashes;

/**
 * Files divided into parts that a task reads in seconds: many small files, or a piece of a large
 * one.
 */
final class InputParts {
  private static final int PART_SOURCES = 256;

  private final long partBytes;
  private final List<Part> parts = new ArrayList<>();
  private long bytes;

  private InputParts(long partBytes) {
    this.partBytes = partBytes;
  }

  /**
   * A file, or a piece of one.
   *
   * @param file index of the file among all
   * @param bytes as stored
   */
  record Share(StructureSource source, int file, long bytes) implements Serializable {}

  /** What belongs to one part, in order. */
  record Part(ArrayList<Share> shares) implements Serializable {
    List<StructureSource> sources() {
      return shares.stream().map(Share::source).toList();
    }
  }

  /**
   * @param pieces of files that are divided, by path
   * @param partBytes stored bytes of a part
   */
  static InputParts of(List<InputFile> files, Map<String, List<FilePiece>> pieces, long partBytes) {
    InputParts parts = new InputParts(partBytes);
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      List<FilePiece> of = pieces.get(file.path());
      if (of == null) {
        parts.add(new Share(file, i, file.bytes()));
      } else {
        for (FilePiece piece : of) {
          parts.add(new Share(piece, i, piece.bytes()));
        }
      }
    }
    return parts;
  }

  private void add(Share share) {
    boolean full =
        !parts.isEmpty()
            && (bytes + share.bytes() > partBytes || last().shares().size() >= PART_SOURCES);
    if (parts.isEmpty() || full) {
      parts.add(new Part(new ArrayList<>()));
      bytes = 0;
    }
    last().shares().add(share);
    bytes += share.bytes();
  }

  private Part last() {
    return parts.get(parts.size() - 1);
  }

  int count() {
    return parts.size();
  }

  Part part(int number) {
    return parts.get(number);
  }

  static long bytes(List<InputFile> files) {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /** Tells this division of the files from others; a function of where parts and pieces begin. */
  String division() {
    Map<String, String> begins = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      StringBuilder text = new StringBuilder();
      for (Share share : parts.get(i).shares()) {
        long from = share.source() instanceof FilePiece piece ? piece.piece().from() : 0;
        text.append(share.file()).append('+').append(from).append(' ');
      }
      begins.put(String.format("%09d", i), text.toString());
    }
    return Hashes.of(begins);
  }

  /**
   * Names, lengths and times of files in their order, which decides where a crystal that occurs
   * twice comes from: what tells one set of inputs from another.
   */
  static String hash(List<InputFile> files) {
    Map<String, String> entries = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      String facts = file.source() + " " + file.bytes() + "@" + file.modified();
      entries.put(String.format("%09d", i), facts);
    }
    return Hashes.of(entries);
  }
}
