package org.laue.tables.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;

/**
 * Finds complete runs for people at a command line. Steps never look: each takes the handle that
 * the one before it returned.
 */
public final class Runs {
  private Runs() {}

  /**
   * The complete run at a path: a run's directory, or a table's directory, of which the run that
   * finished last is taken.
   *
   * @throws UserException if there is none
   */
  public static CompleteRun open(Configuration configuration, String location) throws IOException {
    return find(configuration, location, run -> true)
        .orElseThrow(() -> new UserException(missing(location)));
  }

  /**
   * The same among the runs that a condition holds for, or nothing.
   *
   * @param wanted for instance that it was made from a certain input
   */
  public static Optional<CompleteRun> find(
      Configuration configuration, String location, Predicate<CompleteRun> wanted)
      throws IOException {
    Path path = new Path(location);
    RunDirectory itself = RunDirectory.at(configuration, path);
    if (itself.isComplete()) {
      return Optional.of(itself.complete()).filter(wanted);
    }
    List<CompleteRun> runs = new ArrayList<>();
    for (FileStatus status : children(path.getFileSystem(configuration), path)) {
      RunDirectory run = RunDirectory.at(configuration, status.getPath());
      if (status.isDirectory() && run.isComplete()) {
        runs.add(run.complete());
      }
    }
    return runs.stream()
        .filter(wanted)
        .max(
            Comparator.comparing((CompleteRun run) -> run.manifest().finishedAt())
                .thenComparing(run -> run.manifest().run()));
  }

  private static String missing(String location) {
    return "No complete run in "
        + Locations.shown(location)
        + " (no "
        + RunDirectory.MANIFEST
        + " there or in a run=... directory below). Run the step that writes it, or run it again"
        + " if it was interrupted: it takes up the parts that are complete";
  }

  private static List<FileStatus> children(FileSystem fileSystem, Path path) throws IOException {
    try {
      return List.of(fileSystem.listStatus(path));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}
