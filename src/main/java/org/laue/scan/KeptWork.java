package org.laue.scan;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.laue.UserException;

/**
 * Pieces done by others, a few at a time, and kept in a folder: who was stopped on the way and is
 * asked again does the rest only. A result is found by what it was made of, the pieces and what is
 * done with them, so that none of other atoms or settings is ever taken; only the few pieces that
 * are done together are in memory.
 */
public final class KeptWork implements ScanWork {
  private static final int PIECES_PER_WORKER = 4;
  private static final String SUFFIX = ".scan";
  private static final String BEGUN = ".scan-begun";
  private static final Pattern OWN = Pattern.compile("[0-9a-f]{64}\\.scan|begun\\d+\\.scan-begun");

  private final ScanWork work;
  private final Path folder;
  private final String version;
  private int damaged;

  /**
   * @param folder made where it is not there
   * @param version of the program: results of another one are not taken
   */
  public KeptWork(ScanWork work, Path folder, String version) {
    this.work = work;
    this.folder = folder;
    this.version = version;
  }

  @Override
  public int workers() {
    return work.workers();
  }

  @Override
  public <P extends Serializable, R extends Serializable> List<R> each(
      int count, IntFunction<P> pieces, Work<P, R> what) {
    List<R> results = new ArrayList<>(count);
    int wave = PIECES_PER_WORKER * workers();
    try {
      Files.createDirectories(folder);
      for (int from = 0; from < count; from += wave) {
        List<P> some = new ArrayList<>();
        for (int i = from; i < Math.min(count, from + wave); i++) {
          some.add(pieces.apply(i));
        }
        results.addAll(results(some, what));
      }
      return results;
    } catch (IOException e) {
      throw new UserException(
          String.format(
              "Cannot keep results of the scan in %s (%s); make room there, or name another folder",
              folder, e),
          e);
    }
  }

  private <P extends Serializable, R extends Serializable> List<R> results(
      List<P> pieces, Work<P, R> what) throws IOException {
    String origin = origin(pieces, what);
    Optional<List<R>> before = read(origin, pieces.size());
    if (before.isPresent()) {
      return before.get();
    }
    List<R> done = work.each(pieces.size(), pieces::get, what);
    if (done.stream().allMatch(KeptResults::isKept)) {
      keep(origin, done);
    }
    return done;
  }

  private Path file(String origin) {
    return folder.resolve(origin + SUFFIX);
  }

  private void keep(String origin, List<?> done) throws IOException {
    Path begun = Files.createTempFile(folder, "begun", BEGUN);
    try {
      KeptFile.write(begun, origin, done);
      Files.move(begun, file(origin), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(begun);
    }
  }

  /** A digest of all that the results are made of. */
  private String origin(List<? extends Serializable> pieces, Serializable what) throws IOException {
    MessageDigest digest = KeptFile.sha256();
    try (ObjectOutputStream out =
        new ObjectOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      out.writeObject(version);
      out.writeObject(what);
      for (Serializable piece : pieces) {
        out.writeUnshared(piece);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Empty where nothing was kept, or what was kept can no longer be read: it is made anew. */
  @SuppressWarnings("unchecked")
  private <R> Optional<List<R>> read(String origin, int count) {
    try {
      return Optional.of((List<R>) KeptFile.read(file(origin), origin, count));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      damaged++;
      return Optional.empty();
    }
  }

  /**
   * How many files of kept results could no longer be read, so that their pieces were done anew.
   */
  public int damaged() {
    return damaged;
  }

  /** Removes what was kept, once all is done; what others put into the folder stays. */
  public void clear() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (OWN.matcher(file.getFileName().toString()).matches()) {
          Files.delete(file);
        }
      }
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // It holds files of somebody else.
    } catch (IOException e) {
      throw new UserException("Cannot remove " + folder + " (" + e + ")", e);
    }
  }
}
