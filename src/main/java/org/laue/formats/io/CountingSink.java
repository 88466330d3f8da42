package org.laue.formats.io;

/** Knows how far a source has been read, and stops sources that hold nothing but rubbish. */
public final class CountingSink implements StructureSink {
  public static final int MAX_REJECTS_IN_A_ROW = 10_000;

  private final StructureSink sink;
  private String source;
  private int lastPosition;
  private boolean empty = true;
  private int rejectsInARow;

  public CountingSink(String source, StructureSink sink) {
    this.source = source;
    this.sink = sink;
  }

  /** A new source begins, for instance the next entry of an archive. */
  public void enter(String newSource) {
    source = newSource;
    lastPosition = 0;
    empty = true;
    rejectsInARow = 0;
  }

  @Override
  public void accept(ParsedStructure structure) {
    lastPosition = structure.position();
    empty = false;
    rejectsInARow = 0;
    sink.accept(structure);
  }

  @Override
  public void reject(Reject reject) {
    lastPosition = reject.position();
    empty = false;
    sink.reject(reject);
    if (++rejectsInARow >= MAX_REJECTS_IN_A_ROW) {
      throw new TooManyRejects();
    }
  }

  /** The source has been read to its end; one that gave nothing is rejected. */
  public void leave() {
    if (empty) {
      rejectRest("The file holds no structure");
    }
  }

  /** Rejects the source as a whole, or what follows the last structure. */
  public void rejectRest(String reason) {
    sink.reject(new Reject(source, lastPosition == 0 ? 0 : lastPosition + 1, reason));
  }

  /** Unwinds a reader; not a {@link org.laue.UserException}, which readers may catch. */
  public static final class TooManyRejects extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRejects() {
      super(
          MAX_REJECTS_IN_A_ROW
              + " unusable structures in a row; the rest of the file was not read");
    }
  }
}
