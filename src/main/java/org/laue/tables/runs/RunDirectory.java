package org.laue.tables.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.Json;

/**
 * The directory {@code <table>/run=<hash>} that a run writes into.
 *
 * <p>A part is complete when its marker in {@code _parts} stands, a run when {@code manifest.json}
 * stands. Files are written once under names of their own and never renamed, so an object store
 * does as well as a file system; files that no marker names are left-overs of lost attempts.
 */
public final class RunDirectory {
  static final String MANIFEST = "manifest.json";
  private static final String MARKERS = "_parts";
  static final String REJECTS = "rejects";

  private final FileSystem fileSystem;
  private final Path path;

  private RunDirectory(FileSystem fileSystem, Path path) {
    this.fileSystem = fileSystem;
    this.path = path;
  }

  /** The directory of one run, which need not exist yet. */
  public static RunDirectory at(Configuration configuration, Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    return new RunDirectory(fileSystem, fileSystem.makeQualified(path));
  }

  /** The directory of a run with this provenance below a table's directory. */
  public static RunDirectory of(Configuration configuration, Path table, Provenance provenance)
      throws IOException {
    return at(configuration, new Path(table, "run=" + provenance.runHash()));
  }

  public Path path() {
    return path;
  }

  FileSystem fileSystem() {
    return fileSystem;
  }

  /**
   * Whether the manifest stands. One that was cut while it was written, beside the markers of all
   * parts, does not count: the run goes on from the markers.
   */
  public boolean isComplete() throws IOException {
    if (!fileSystem.exists(new Path(path, MANIFEST))) {
      return false;
    }
    return !fileSystem.exists(new Path(path, MARKERS)) || parsed().isPresent();
  }

  /**
   * @throws UserException if it cannot be read
   */
  public Manifest manifest() throws IOException {
    return parsed()
        .orElseThrow(
            () ->
                new UserException(
                    "%s/%s is damaged: remove this run (the directory), it will be made again"
                        .formatted(Locations.shown(path.toString()), MANIFEST)));
  }

  private Optional<Manifest> parsed() throws IOException {
    try {
      Manifest manifest = Json.read(fileSystem, new Path(path, MANIFEST), Manifest.class);
      // The directory carries the hash of what the manifest says: a changed byte in it shows here.
      return Optional.of(manifest).filter(m -> m.run().equals(m.provenance().runHash()));
    } catch (UserException | ChecksumException e) {
      return Optional.empty();
    }
  }

  /** The handle of the run. */
  public CompleteRun complete() throws IOException {
    return new CompleteRun(path, manifest());
  }

  /** Markers of the parts that an earlier, unfinished run completed, by part. */
  public Map<Integer, PartMarker> completeParts() throws IOException {
    Map<Integer, PartMarker> parts = new TreeMap<>();
    for (FileStatus status : list(new Path(path, MARKERS))) {
      if (status.getLen() > 0 && status.getPath().getName().endsWith(".json")) {
        marker(status.getPath())
            .filter(this::isWhole)
            .ifPresent(marker -> parts.put(marker.part(), marker));
      }
    }
    return parts;
  }

  /** A marker that was cut while it was written is none. */
  private Optional<PartMarker> marker(Path file) throws IOException {
    try {
      return Optional.of(Json.read(fileSystem, file, PartMarker.class));
    } catch (UserException | ChecksumException e) {
      return Optional.empty();
    }
  }

  private boolean isWhole(PartMarker marker) {
    return Stream.concat(marker.rows().stream(), marker.rejects().stream())
        .allMatch(file -> length(new Path(path, file.name())) == file.bytes());
  }

  private long length(Path file) {
    try {
      return fileSystem.getFileStatus(file).getLen();
    } catch (FileNotFoundException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void commit(PartMarker marker) throws IOException {
    String name = String.format("part-%05d.json", marker.part());
    Json.write(fileSystem, new Path(new Path(path, MARKERS), name), marker);
  }

  /**
   * Ends the run: sweeps left-overs away, then writes the manifest.
   *
   * @param seconds on the clock that the step took
   */
  public CompleteRun finish(
      String table, Collection<PartMarker> parts, Provenance provenance, double seconds)
      throws IOException {
    Manifest manifest =
        Manifest.of(table, List.copyOf(parts), provenance, seconds, Instant.now().toString());
    Set<String> named = new HashSet<>();
    manifest.files().forEach(file -> named.add(file.name()));
    manifest.rejects().forEach(file -> named.add(file.name()));
    sweep(path, "", named);
    sweep(new Path(path, REJECTS), REJECTS + "/", named);
    if (!fileSystem.exists(new Path(path, MARKERS))) {
      // By markers beside it a manifest is known that was cut while it was written.
      for (PartMarker part : parts) {
        commit(part);
      }
    }
    Json.write(fileSystem, new Path(path, MANIFEST), manifest);
    fileSystem.delete(new Path(path, MARKERS), true);
    return new CompleteRun(path, manifest);
  }

  /**
   * Opens a finished run again, so that the step that owns it makes some of its parts anew.
   *
   * @param damaged names of files as the manifest has them
   */
  public void reopen(Set<String> damaged) throws IOException {
    for (PartMarker marker : manifest().parts()) {
      boolean whole =
          Stream.concat(marker.rows().stream(), marker.rejects().stream())
              .noneMatch(file -> damaged.contains(file.name()));
      if (whole) {
        commit(marker);
      }
    }
    fileSystem.delete(new Path(path, MANIFEST), false);
    for (String name : damaged) {
      fileSystem.delete(new Path(path, name), false);
    }
  }

  private void sweep(Path directory, String prefix, Set<String> named) throws IOException {
    for (FileStatus status : list(directory)) {
      String name = status.getPath().getName();
      if (name.endsWith(".parquet") && !named.contains(prefix + name)) {
        fileSystem.delete(status.getPath(), false);
      }
    }
  }

  private List<FileStatus> list(Path directory) throws IOException {
    try {
      return List.of(fileSystem.listStatus(directory));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}
