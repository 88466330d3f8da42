package org.laue.api.rows;

import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;

/** What a reader comes upon, with its place. */
public sealed interface Reading {
  /** Index of the file among those that are read. */
  int file();

  /** A structure. */
  record Structure(int file, ParsedStructure parsed) implements Reading {}

  /** Something that cannot be used, with the reason. */
  record Refused(int file, Reject reject) implements Reading {}

  /**
   * The rest of a file that could not be read: the storage failed, or we did.
   *
   * @param place source, position and what happened, for people
   */
  record Broken(int file, Reject place, Throwable cause) implements Reading {}
}
