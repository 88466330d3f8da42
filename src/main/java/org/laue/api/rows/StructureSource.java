package org.laue.api.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.StructureSink;

/** Something that holds structures. */
public interface StructureSource {
  /** Its name for people; by it the format may be recognised. */
  String source();

  /**
   * The bytes as stored.
   *
   * @throws org.laue.UserException if there is nothing to read
   */
  InputStream open(Configuration hadoop) throws IOException;

  /** Name of the format where it is known; else name and content tell. */
  default Optional<String> format() {
    return Optional.empty();
  }

  /** How many structures of the source stand before what is read of it. */
  default int before() {
    return 0;
  }

  /**
   * Hands over all that is read of it.
   *
   * @throws IOException if the storage fails
   */
  default void read(StructureFiles formats, Configuration hadoop, StructureSink sink)
      throws IOException {
    try (InputStream in = open(hadoop)) {
      formats.read(source(), format(), in, sink);
    }
  }
}
