package org.laue.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Something in a row that is to be written as files; its place is taken by the file's name. */
interface Picture {
  /**
   * @param name of the structure, without ending
   * @return the name of the file, for the row
   */
  String write(Path directory, String name) throws IOException;
}
