package org.laue.study;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.Json;

/**
 * The complete studies of a directory, night after night: {@code summaries/<instant>.json}, and
 * {@code latest.json}, a copy of the newest. Both are written when everything else stands, so
 * {@code latest} never names half a study.
 */
public final class StudySummaries {
  /** The newest complete study. */
  public static final String LATEST = "latest.json";

  private static final String DIRECTORY = "summaries";

  private final FileSystem fileSystem;
  private final Path output;

  /** A complete study and the directory that it lies in. */
  public record Found(Path output, StudySummary summary) {}

  /**
   * @param output directory of the studies
   */
  public StudySummaries(Configuration hadoop, String output) throws IOException {
    Path path = new Path(output);
    this.fileSystem = path.getFileSystem(hadoop);
    this.output = fileSystem.makeQualified(path);
  }

  public Path output() {
    return output;
  }

  public void write(StudySummary summary) throws IOException {
    Json.write(fileSystem, file(summary), summary);
    Json.write(fileSystem, new Path(output, LATEST), summary);
  }

  private Path file(StudySummary summary) {
    String instant = summary.finishedAt().replaceAll("[-:]", "");
    return new Path(new Path(output, DIRECTORY), instant + ".json");
  }

  /** Oldest first; what was cut while it was written is none. */
  public List<StudySummary> all() throws IOException {
    List<StudySummary> all = new ArrayList<>();
    for (FileStatus file : list(new Path(output, DIRECTORY))) {
      whole(file.getPath()).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(StudySummary::finishedAt));
    return all;
  }

  private Optional<StudySummary> whole(Path file) throws IOException {
    try {
      return Optional.of(Json.read(fileSystem, file, StudySummary.class));
    } catch (UserException | ChecksumException | FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private List<FileStatus> list(Path directory) throws IOException {
    try {
      return List.of(fileSystem.listStatus(directory));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /**
   * The newest complete studies of a directory, newest first.
   *
   * @throws UserException if there are fewer
   */
  public List<Found> newest(int count) throws IOException {
    List<StudySummary> all = all();
    if (all.size() < count) {
      throw new UserException(
          "%s holds %d complete studies, %d are needed; 'laue study' writes one into %s/ when it is complete"
              .formatted(Locations.shown(output.toString()), all.size(), count, DIRECTORY));
    }
    List<Found> newest = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      newest.add(new Found(output, all.get(all.size() - i)));
    }
    return newest;
  }

  /**
   * The complete study that a person names: a summary, or a directory of studies, of which the
   * newest is meant.
   */
  public static Found find(Configuration hadoop, String location) throws IOException {
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(hadoop);
    if (!fileSystem.exists(path)) {
      throw new UserException("No such study: " + Locations.shown(location));
    }
    if (fileSystem.getFileStatus(path).isDirectory()) {
      return new StudySummaries(hadoop, location).newest(1).get(0);
    }
    Path parent = fileSystem.makeQualified(path).getParent();
    Path output = parent.getName().equals(DIRECTORY) ? parent.getParent() : parent;
    return new Found(output, Json.read(fileSystem, path, StudySummary.class));
  }

  /**
   * Removes all but the newest complete studies of one name: their summaries, and the runs that no
   * study that stays names. Nothing else is touched, and the one that was written last stays also
   * where a clock that was put back makes it look old.
   *
   * @return how many runs went
   */
  public int keep(String study, int count) throws IOException {
    List<StudySummary> all = all();
    List<StudySummary> named = all.stream().filter(s -> s.study().equals(study)).toList();
    List<StudySummary> dropped =
        new ArrayList<>(named.subList(0, Math.max(0, named.size() - count)));
    whole(new Path(output, LATEST)).ifPresent(dropped::remove);
    all.removeAll(dropped);
    Set<String> stays = runs(all);
    int removed = 0;
    for (String run : runs(dropped)) {
      if (!stays.contains(run) && fileSystem.delete(new Path(output, run), true)) {
        removed++;
      }
    }
    for (StudySummary summary : dropped) {
      fileSystem.delete(file(summary), false);
    }
    return removed;
  }

  private static Set<String> runs(List<StudySummary> summaries) {
    Set<String> runs = new HashSet<>();
    summaries.forEach(summary -> summary.steps().forEach(step -> runs.add(step.run())));
    return runs;
  }
}
