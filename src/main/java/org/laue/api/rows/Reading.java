package org.laue.api.rows;

import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;

/** What a reader comes upon, with its place. */
public sealed interface Reading {
  /** Index of the file among those that are read. */
  int file();

  /** A structure. */
  record Structure(int file, ParsedStructure parsed) implements Reading {}

  /** What is no structure. */
  sealed interface Unread extends Reading {
    /** Source, position and reason, for people. */
    Reject reject();
  }

  /** Something that cannot be used, with the reason. */
  record Refused(int file, Reject reject) implements Unread {}

  /** The rest of a file that could not be read: the storage failed, or we did. */
  record Broken(int file, Reject reject, Throwable cause) implements Unread {}
}
