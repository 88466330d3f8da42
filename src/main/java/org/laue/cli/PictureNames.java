package org.laue.cli;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.laue.formats.io.FileNames;

/**
 * Names of the files that are written for structures: the input's, and where that is taken its
 * folder's in front, and a number where that is taken too. A function of the inputs and their
 * order.
 */
final class PictureNames {
  /** File systems allow 255 bytes; endings, position and folder want some. */
  private static final int MOST_BYTES = 180;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name that no other file has.
   *
   * @param position of the structure in its source, 0 where it is the only one
   */
  String name(String source, int position) {
    String suffix = position == 0 ? "" : "-" + position;
    String name = shortened(FileNames.stem(source)) + suffix;
    if (taken.add(key(name))) {
      return name;
    }
    name = shortened(folder(source) + "-" + FileNames.stem(source)) + suffix;
    String base = name;
    for (int i = 2; !taken.add(key(name)); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** Some file systems take upper for lower case. */
  private static String key(String name) {
    return FileNames.lower(name);
  }

  private static String folder(String source) {
    String[] parts = source.split("[/!\\\\]");
    return parts.length < 2 ? "" : parts[parts.length - 2];
  }

  private static String shortened(String stem) {
    String clean = stem.replaceAll("[\\p{Cntrl}/\\\\]", "_");
    int length = clean.getBytes(StandardCharsets.UTF_8).length;
    if (length <= MOST_BYTES) {
      return clean.isEmpty() ? "structure" : clean;
    }
    String cut = clean;
    while (cut.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + "-" + Integer.toHexString(stem.hashCode());
  }
}
