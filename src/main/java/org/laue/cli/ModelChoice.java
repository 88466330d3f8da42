package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** Which model {@code --model DIR} means. */
final class ModelChoice {
  private ModelChoice() {}

  /**
   * The directory that holds the model's files: the one named, or of the runs below it the one that
   * finished last, which is said.
   *
   * @param location on any file system that Hadoop knows, {@code file:} and plain paths among them
   * @throws UserException if there is no model
   */
  static String of(Configuration hadoop, String location, PrintWriter err) throws IOException {
    Path directory = path(location);
    if (directory.getFileSystem(hadoop).exists(new Path(directory, "model.json"))) {
      return directory.toString();
    }
    Optional<CompleteRun> run =
        Runs.find(hadoop, directory.toString(), found -> found.kind().equals("model"));
    run.ifPresent(
        found ->
            err.printf(
                "laue: takes the model of %s: %s%n",
                found.manifest().finishedAt(), found.shownPath()));
    return run.orElseThrow(
            () ->
                new UserException(
                    Locations.shown(location)
                        + " is no model: it holds neither model.json nor a complete run of one;"
                        + " train one or name another"))
        .path()
        .toString();
  }

  /** Names of local files may hold colons, which Hadoop takes for the end of a scheme. */
  private static Path path(String location) {
    try {
      java.nio.file.Path local = java.nio.file.Path.of(location);
      return Files.exists(local) ? new Path(local.toUri()) : new Path(location);
    } catch (InvalidPathException e) {
      return new Path(location);
    }
  }
}
