package org.laue.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.laue.UserException;

/**
 * Reads a file of many structures in pieces, so that all pieces together give what one reader gives
 * who goes from end to end: each structure once, with the same position, and each reject with the
 * same words. To that end every chunk is surveyed first, which tells where its structures begin and
 * how many there are. A file that shows anything that only one reader can judge is not divided.
 */
public final class DividedFile {
  /** A structure that begins in no so many bytes is too long to look for. */
  private static final long SEARCHED = 1L << 30;

  private final SplittableFormat format;
  private final String source;
  private final StoredChunks chunks;

  public DividedFile(SplittableFormat format, String source, StoredChunks chunks) {
    this.format = format;
    this.source = source;
    this.chunks = chunks;
  }

  /**
   * What a chunk holds. Whatever goes wrong is left to a reader of the whole file.
   *
   * @param entry where the reader was thought to stand before it
   */
  public Survey survey(long from, long to, Place entry) {
    try {
      long skip = from == 0 ? 0 : start(from);
      long over = to == StoredChunks.END ? 0 : start(to);
      return survey(new Piece(from, to, skip, over, entry, 0));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Survey.UNSOUND;
    }
  }

  /** Plain bytes of the chunks from here on before the first structure, or -1. */
  private long start(long from) throws IOException {
    try (InputStream in = chunks.open(from, StoredChunks.END)) {
      OptionalLong start = format.nextStart(new RangeStream(in, SEARCHED));
      if (start.isEmpty() && new RangeStream(in, 1).read() >= 0) {
        throw new UserException("No structure begins in " + SEARCHED + " bytes");
      }
      return start.orElse(-1);
    }
  }

  private Survey survey(Piece piece) throws IOException {
    Counts counts = new Counts();
    try (InputStream own = chunks.open(piece.from(), piece.to())) {
      Place end = read(own, piece, new CountingSink(source, counts));
      own.transferTo(OutputStream.nullOutputStream());
      Bzip2Chunk packed = own instanceof Bzip2Chunk chunk ? chunk : null;
      return new Survey(
          piece,
          end,
          counts.leading(),
          counts.rejectsInARow,
          packed == null ? 0 : packed.unpacked(),
          packed == null ? List.of() : new ArrayList<>(packed.sums()));
    }
  }

  /** Reads a piece; the structures of all pieces in order are those of the file. */
  public void read(Piece piece, StructureSink sink) throws IOException {
    try (InputStream own = chunks.open(piece.from(), piece.to())) {
      read(own, piece, sink);
    }
  }

  private Place read(InputStream own, Piece piece, StructureSink sink) throws IOException {
    if (piece.skip() < 0) {
      return piece.place();
    }
    if (piece.to() == StoredChunks.END) {
      own.skipNBytes(piece.skip());
      return format.read(own, source, piece.place(), sink);
    }
    long over = piece.over() < 0 ? StoredChunks.END : piece.over();
    try (InputStream next = chunks.open(piece.to(), StoredChunks.END)) {
      InputStream text = new SequenceInputStream(own, new RangeStream(next, over));
      text.skipNBytes(piece.skip());
      return format.read(text, source, piece.place(), sink);
    }
  }

  /**
   * The pieces of a file whose chunks were all surveyed, in order and without those that hold
   * nothing; empty if it has to be read by one reader.
   */
  public static Optional<List<Piece>> pieces(List<Survey> surveys, ReadLimits limits) {
    List<Piece> pieces = new ArrayList<>();
    List<Long> sums = new ArrayList<>();
    Place place = Place.BEGINNING;
    long unpacked = 0;
    int rejects = 0;
    for (Survey survey : surveys) {
      if (!survey.isSound() || survey.lengthUnit() != surveys.get(0).lengthUnit()) {
        return Optional.empty();
      }
      int readings = survey.readings();
      int before = rejects + survey.leadingRejects();
      rejects = survey.leadingRejects() == readings ? before : survey.trailingRejects();
      unpacked += survey.unpacked();
      sums.addAll(survey.sums());
      if (Math.max(before, rejects) >= CountingSink.MAX_REJECTS_IN_A_ROW) {
        return Optional.empty();
      }
      if (readings > 0) {
        pieces.add(survey.piece().at(place, readings));
      }
      place = survey.behind(place);
    }
    boolean whole = sums.isEmpty() || Bzip2Chunk.isWhole(sums);
    return whole && !pieces.isEmpty() && unpacked <= limits.maxUnpackedBytes()
        ? Optional.of(pieces)
        : Optional.empty();
  }

  /** Counts what a chunk holds, and the rejects at its borders. */
  private static final class Counts implements StructureSink {
    private int rejectsInARow;
    private int leading = -1;

    int leading() {
      return leading < 0 ? rejectsInARow : leading;
    }

    @Override
    public void accept(ParsedStructure structure) {
      leading = leading();
      rejectsInARow = 0;
    }

    @Override
    public void reject(Reject reject) {
      rejectsInARow++;
    }
  }
}
