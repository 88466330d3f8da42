package org.laue.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.api.rows.InputFile;
import org.laue.tables.Hashes;

/**
 * Files divided into parts that a task reads in seconds; a function of the files alone.
 *
 * @param files all files
 * @param starts index of the first file of each part
 */
record InputParts(List<InputFile> files, List<Integer> starts) implements Serializable {
  private static final long PART_BYTES = 16L << 20;
  private static final int PART_FILES = 256;

  static InputParts of(List<InputFile> files) {
    List<Integer> starts = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      boolean full =
          !starts.isEmpty()
              && (bytes + files.get(i).bytes() > PART_BYTES
                  || i - starts.get(starts.size() - 1) >= PART_FILES);
      if (starts.isEmpty() || full) {
        starts.add(i);
        bytes = 0;
      }
      bytes += files.get(i).bytes();
    }
    return new InputParts(List.copyOf(files), List.copyOf(starts));
  }

  int count() {
    return starts.size();
  }

  int firstFile(int part) {
    return starts.get(part);
  }

  int endFile(int part) {
    return part + 1 < starts.size() ? starts.get(part + 1) : files.size();
  }

  long totalBytes() {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /**
   * Names, lengths and times of the files in their order, which decides where a crystal that occurs
   * twice comes from: what tells one set of inputs from another.
   */
  String hash() {
    Map<String, String> entries = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      String facts = file.source() + " " + file.bytes() + "@" + file.modified();
      entries.put(String.format("%09d", i), facts);
    }
    return Hashes.of(entries);
  }
}
