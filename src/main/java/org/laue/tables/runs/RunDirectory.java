package org.laue.tables.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.tables.Json;
import org.laue.tables.parquet.DataFile;

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

  public boolean isComplete() throws IOException {
    return fileSystem.exists(new Path(path, MANIFEST));
  }

  public Manifest manifest() throws IOException {
    return Json.read(fileSystem, new Path(path, MANIFEST), Manifest.class);
  }

  /** Markers of the parts that an earlier, unfinished run completed, by part. */
  public Map<Integer, PartMarker> completeParts() throws IOException {
    Map<Integer, PartMarker> parts = new TreeMap<>();
    for (FileStatus status : list(new Path(path, MARKERS))) {
      if (status.getLen() > 0 && status.getPath().getName().endsWith(".json")) {
        PartMarker marker = Json.read(fileSystem, status.getPath(), PartMarker.class);
        if (isWhole(marker)) {
          parts.put(marker.part(), marker);
        }
      }
    }
    return parts;
  }

  private boolean isWhole(PartMarker marker) throws IOException {
    List<DataFile> files = new ArrayList<>(marker.rows());
    files.addAll(marker.rejects());
    for (DataFile file : files) {
      Path data = new Path(path, file.name());
      if (!fileSystem.exists(data) || fileSystem.getFileStatus(data).getLen() != file.bytes()) {
        return false;
      }
    }
    return true;
  }

  void commit(PartMarker marker) throws IOException {
    String name = String.format("part-%05d.json", marker.part());
    Json.write(fileSystem, new Path(new Path(path, MARKERS), name), marker);
  }

  /** What the manifest of a run with these parts says. */
  public static Manifest manifest(
      String table, List<PartMarker> parts, Provenance provenance, String finishedAt) {
    return Manifest.of(table, parts, provenance, finishedAt);
  }

  /** Ends the run: sweeps left-overs away, then writes the manifest. */
  public void finish(Manifest manifest) throws IOException {
    Set<String> named = new HashSet<>();
    manifest.files().forEach(file -> named.add(file.name()));
    manifest.rejects().forEach(file -> named.add(file.name()));
    sweep(path, "", named);
    sweep(new Path(path, REJECTS), REJECTS + "/", named);
    Json.write(fileSystem, new Path(path, MANIFEST), manifest);
    fileSystem.delete(new Path(path, MARKERS), true);
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
