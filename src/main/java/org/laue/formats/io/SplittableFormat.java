package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A format of many structures, in which one can find the beginning of one from anywhere. */
public interface SplittableFormat extends StructureFormat {
  /**
   * How many bytes there are before the first structure that begins behind the first line, found by
   * these bytes alone; empty if there is none to be sure of. A reader that comes from before, in
   * whatever it stands, begins a structure there and has lost none.
   *
   * @param in plain bytes from anywhere in a file; not closed
   */
  OptionalLong nextStart(InputStream in) throws IOException;

  /**
   * Like {@link #read(InputStream, String, StructureSink)}, from a place behind which a structure
   * begins.
   *
   * @return the place behind the last one
   */
  Place read(InputStream in, String source, Place place, StructureSink sink) throws IOException;

  @Override
  default void read(InputStream in, String source, StructureSink sink) throws IOException {
    read(in, source, Place.BEGINNING, sink);
  }
}
