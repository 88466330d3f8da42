package org.laue.formats.io;

import java.io.Serializable;

/**
 * What one reader of a {@link DividedFile} reads: the structures that begin in a chunk.
 *
 * @param from first stored byte of the chunk
 * @param to the first that no longer belongs to it
 * @param skip plain bytes of the chunk before its first structure; -1 if none begins from here on
 * @param over plain bytes behind the chunk that still belong to its last; -1 for all there are
 * @param place before its first structure
 * @param readings structures and rejects in it
 */
public record Piece(long from, long to, long skip, long over, Place place, int readings)
    implements Serializable {

  /** The same at the place that all before it lead to. */
  Piece at(Place before, int count) {
    return new Piece(from, to, skip, over, before, count);
  }
}
