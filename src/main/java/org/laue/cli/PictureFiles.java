package org.laue.cli;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of a row, by their endings, made where the row was made; in the row their place is taken by
 * the name of the first.
 */
final class PictureFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, byte[]> contents = new LinkedHashMap<>();

  PictureFiles with(String ending, byte[] content) {
    contents.put(ending, content);
    return this;
  }

  /**
   * @param name of the structure, without ending
   * @return the name of the first file
   */
  String write(Path directory, String name) throws IOException {
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      Files.write(directory.resolve(name + file.getKey()), file.getValue());
    }
    return name + contents.keySet().iterator().next();
  }

  /** The row is printed before its files have a name only where nothing is to be written. */
  @Override
  public String toString() {
    return contents.keySet().toString();
  }
}
