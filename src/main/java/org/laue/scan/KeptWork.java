package org.laue.scan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

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
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter("org.laue.scan.*;java.lang.*;java.util.*;!*");

  private final ScanWork work;
  private final Path folder;
  private final String version;

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
      throw new UncheckedIOException("Cannot keep results of the scan in " + folder, e);
    }
  }

  private <P extends Serializable, R extends Serializable> List<R> results(
      List<P> pieces, Work<P, R> what) throws IOException {
    Path kept = folder.resolve(name(pieces, what) + SUFFIX);
    Optional<List<R>> before = read(kept);
    if (before.isPresent()) {
      return before.get();
    }
    List<R> done = work.each(pieces.size(), pieces::get, what);
    Path begun = Files.createTempFile(folder, "begun", BEGUN);
    try (ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(begun)))) {
      out.writeObject(done.toArray());
    }
    Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE);
    return done;
  }

  /** A digest of all that the results are made of. */
  private String name(List<? extends Serializable> pieces, Serializable what) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
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
  private static <R> Optional<List<R>> read(Path kept) {
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(kept)))) {
      in.setObjectInputFilter(OURS);
      return Optional.of((List<R>) List.of((Object[]) in.readObject()));
    } catch (IOException | ClassNotFoundException e) {
      return Optional.empty();
    }
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
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
