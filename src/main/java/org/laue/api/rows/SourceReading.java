package org.laue.api.rows;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.security.AccessControlException;
import org.laue.UserException;
import org.laue.formats.StructureFiles;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.formats.io.StructureSink;

/**
 * Reads one source from end to end, hands over what a format finds in it and remembers how far it
 * came. No content ends more than its own source.
 */
final class SourceReading implements StructureSink {
  private final StructureSource file;
  private final int index;
  private final Consumer<Reading> taker;
  private String source;
  private int position;

  /**
   * Unwinds a format's reader when its taker wants no more; not a {@link UserException}, which
   * readers may catch.
   */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /**
   * @param index of the source among those that are read
   * @param taker may throw {@link Enough}
   */
  SourceReading(StructureSource file, int index, Consumer<Reading> taker) {
    this.file = file;
    this.index = index;
    this.taker = taker;
    this.source = file.source();
    this.position = file.before();
  }

  void read(StructureFiles formats, Configuration hadoop) {
    try {
      file.read(formats, hadoop, this);
    } catch (UserException e) {
      refuse(e.getMessage());
    } catch (IOException e) {
      if (isItsOwnFault(e)) {
        refuse(cannot(e));
      } else {
        broken(cannot(e), e);
      }
    } catch (OutOfMemoryError e) {
      refuse(RowEngine.TOO_LARGE);
    } catch (Enough e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      broken(RowEngine.OURS + e, e);
    }
  }

  private static String cannot(IOException e) {
    boolean bare = e.getMessage() == null || e instanceof FileSystemException;
    return "Cannot be read: " + (bare ? reason(e) : e.getMessage());
  }

  /** Of the failures whose message is the file's name, or nothing. */
  private static String reason(IOException e) {
    if (String.valueOf(e.getMessage()).indexOf('\uFFFD') >= 0) {
      return "its name holds bytes that are no UTF-8; rename it";
    }
    if (e instanceof NoSuchFileException) {
      return "it is no longer there";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.toString();
  }

  /** Any other failure of the storage may pass. */
  private static boolean isItsOwnFault(IOException e) {
    return e instanceof FileNotFoundException
        || e instanceof FileSystemException
        || e instanceof AccessControlException
        || e instanceof ChecksumException
        || e instanceof EOFException;
  }

  @Override
  public void accept(ParsedStructure structure) {
    at(structure.source(), structure.position());
    taker.accept(new Reading.Structure(index, structure));
  }

  @Override
  public void reject(Reject reject) {
    at(reject.source(), reject.position());
    taker.accept(new Reading.Refused(index, reject));
  }

  private void refuse(String reason) {
    taker.accept(new Reading.Refused(index, here(reason)));
  }

  private void broken(String reason, Throwable cause) {
    taker.accept(new Reading.Broken(index, here(reason), cause));
  }

  private Reject here(String reason) {
    return new Reject(source, position == 0 ? 0 : position + 1, reason);
  }

  private void at(String where, int number) {
    source = where;
    position = number;
  }
}
