package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.laue.UserException;

/** Finds the files behind files, directories and globs, in an order that is always the same. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * Files in the order of the inputs, and by path within one; each once.
   *
   * @throws UserException if an input names nothing
   */
  public static List<InputFile> find(Configuration hadoop, List<String> inputs) throws IOException {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String input : inputs) {
      for (FileStatus status : matches(hadoop, input)) {
        FileSystem fileSystem = status.getPath().getFileSystem(hadoop);
        below(fileSystem, status).stream()
            .map(InputFiles::describe)
            .forEach(file -> files.putIfAbsent(file.path(), file));
      }
    }
    return List.copyOf(files.values());
  }

  private static FileStatus[] matches(Configuration hadoop, String input) throws IOException {
    Path path = new Path(input);
    FileSystem fileSystem = path.getFileSystem(hadoop);
    // A name with brackets in it is a name first and a pattern second.
    if (fileSystem.exists(path)) {
      return new FileStatus[] {fileSystem.getFileStatus(path)};
    }
    FileStatus[] matches = fileSystem.globStatus(path);
    if (matches == null || matches.length == 0) {
      throw new UserException(
          "No such file: " + input + " (looked in " + fileSystem.getUri() + ")");
    }
    return matches;
  }

  private static List<FileStatus> below(FileSystem fileSystem, FileStatus status)
      throws IOException {
    if (!status.isDirectory()) {
      return List.of(status);
    }
    List<FileStatus> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(status.getPath(), true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      if (!isHidden(status.getPath(), file.getPath())) {
        files.add(file);
      }
    }
    files.sort(Comparator.comparing(file -> file.getPath().toString()));
    return files;
  }

  /** Names beginning with a dot or an underscore are not data, by Hadoop's custom. */
  private static boolean isHidden(Path root, Path file) {
    for (Path p = file; p != null && !p.equals(root); p = p.getParent()) {
      if (p.getName().startsWith(".") || p.getName().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static InputFile describe(FileStatus status) {
    Path path = status.getPath();
    boolean local = "file".equals(path.toUri().getScheme());
    return new InputFile(
        path.toString(),
        local ? path.toUri().getPath() : path.toString(),
        status.getLen(),
        status.getModificationTime());
  }
}
