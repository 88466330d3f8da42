package org.laue.api.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

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
}
