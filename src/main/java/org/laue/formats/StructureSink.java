package org.laue.formats;

/** Receives, in file order, what a reader finds. */
public interface StructureSink {
  void accept(ParsedStructure structure);

  void reject(Reject reject);
}
