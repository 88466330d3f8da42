package org.laue.formats.io;

import java.io.Serializable;
import java.util.List;

/**
 * What a reader found in a chunk of a {@link DividedFile}.
 *
 * @param piece the chunk, with the place at which the reader was thought to stand; null where only
 *     a reader of the whole file can tell
 * @param end place behind the chunk
 * @param leadingRejects before the first structure; all where there is none
 * @param trailingRejects behind the last structure; all where there is none
 * @param unpacked plain bytes of a packed chunk
 * @param sums check sums of a packed chunk
 */
public record Survey(
    Piece piece, Place end, int leadingRejects, int trailingRejects, long unpacked, List<Long> sums)
    implements Serializable {
  static final Survey UNSOUND = new Survey(null, Place.BEGINNING, 0, 0, 0, List.of());

  boolean isSound() {
    return piece != null;
  }

  /** Length unit that holds behind the chunk: that of the first chunk has to hold for all. */
  public double lengthUnit() {
    return end.lengthUnit();
  }

  int readings() {
    return end.position() - piece.place().position();
  }

  /** The place behind the chunk if it begins at another one than was thought. */
  Place behind(Place before) {
    return new Place(
        before.position() + readings(),
        before.line() + end.line() - piece.place().line(),
        end.lengthUnit());
  }
}
