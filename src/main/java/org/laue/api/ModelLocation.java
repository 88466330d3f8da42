package org.laue.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;
import org.laue.UserException;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/** Which model a person means by a location. */
public final class ModelLocation {
  /** The file that tells what a model is; where it lies, there is one. */
  static final String DESCRIPTION = "model.json";

  private ModelLocation() {}

  /**
   * The directory that holds the model's files: the one named, or of the runs below it the one that
   * finished last.
   *
   * @param location on any file system that Hadoop knows, {@code file:} and plain paths among them
   * @param taken is told the run, where the location holds runs
   * @throws UserException if there is no model
   */
  public static String find(Configuration hadoop, String location, Consumer<CompleteRun> taken)
      throws IOException {
    if (HadoopModelFiles.isOnClassPath(location)) {
      return location;
    }
    Path directory = path(location);
    if (directory.getFileSystem(hadoop).exists(new Path(directory, DESCRIPTION))) {
      return directory.toString();
    }
    CompleteRun run =
        Runs.find(hadoop, directory.toString(), found -> found.kind().equals("model"))
            .orElseThrow(
                () ->
                    new UserException(
                        Locations.shown(location)
                            + " is no model: it holds neither model.json nor a complete run of"
                            + " one; train one or name another"));
    taken.accept(run);
    return run.path().toString();
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
