package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One file format. Instances keep no state between files and may be shared between threads. */
public interface StructureFormat {
  /** Short and stable, for instance {@code extxyz}. */
  String name();

  /** One sentence for the list of formats. */
  String description();

  /** File names that this format usually has, as patterns for people: {@code *.cif}. */
  List<String> fileNames();

  /** Whether a file of this name (no directory, no {@code .gz}) usually has this format. */
  boolean claims(String fileName);

  /** Whether a file that begins with {@code head} can only have this format. */
  boolean looksLike(String head);

  /**
   * Reads all structures. A broken one goes to {@link StructureSink#reject} and reading goes on
   * with the next, where the format has a place to go on.
   *
   * @param in plain (unpacked) bytes; not closed
   * @throws IOException if the bytes cannot be delivered
   * @throws org.laue.UserException if the source as a whole is not usable
   */
  void read(InputStream in, String source, StructureSink sink) throws IOException;
}
