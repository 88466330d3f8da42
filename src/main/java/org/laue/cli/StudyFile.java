package org.laue.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.laue.Locations;
import org.laue.UserException;

/** Study files on any file system that Hadoop knows. */
final class StudyFile {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");
  private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s*include\\b");

  private StudyFile() {}

  /**
   * The file on this machine; one that lies elsewhere is fetched.
   *
   * @param location a path, or a URI of a file system that Hadoop knows
   * @throws UserException if there is none, or a fetched one includes others, which stay behind
   */
  static Path fetched(String location) {
    if (!SCHEME.matcher(location).matches()) {
      return Path.of(location);
    }
    try {
      return copied(location, text(location));
    } catch (IOException e) {
      throw new UserException(
          "Study file %s cannot be read: %s"
              .formatted(Locations.shown(location), Locations.shown("" + e.getMessage())),
          e);
    }
  }

  private static String text(String location) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
    FileSystem fileSystem = path.getFileSystem(StructureCommand.hadoop());
    try (InputStream in = fileSystem.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new UserException("No such study file: " + Locations.shown(location), e);
    }
  }

  private static Path copied(String location, String text) throws IOException {
    if (INCLUDE.matcher(text).find()) {
      throw new UserException(
          "Study file %s includes another, which is not fetched with it: write both into one file"
              .formatted(Locations.shown(location)));
    }
    Path copy = Files.createTempFile("laue-study", ".conf");
    copy.toFile().deleteOnExit();
    return Files.writeString(copy, text);
  }
}
