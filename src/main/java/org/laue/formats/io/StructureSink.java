package org.laue.formats.io;

/** Receives, in file order, what a reader finds. */
public interface StructureSink {
  /** A {@link org.laue.UserException} from here rejects the structure; reading goes on. */
  void accept(ParsedStructure structure);

  void reject(Reject reject);
}
