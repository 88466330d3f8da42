package org.laue.api.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.laue.Locations;

/** Files behind a name on a file system that Hadoop knows. */
final class HadoopFiles {
  private final Configuration hadoop;
  int hidden;

  HadoopFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  List<InputFile> find(String input) throws IOException {
    Path path = new Path(input);
    FileSystem fileSystem = path.getFileSystem(hadoop);
    List<InputFile> files = new ArrayList<>();
    for (FileStatus status : matches(fileSystem, path)) {
      below(fileSystem, status).stream().map(HadoopFiles::describe).forEach(files::add);
    }
    if (files.isEmpty()) {
      String where = Locations.shown(fileSystem.getUri().toString());
      String shown = Locations.shown(input);
      files.add(InputFile.missing(shown, "No such file: " + shown + " (looked in " + where + ")"));
    }
    return files;
  }

  private static FileStatus[] matches(FileSystem fileSystem, Path path) throws IOException {
    // A name with brackets in it is a name first and a pattern second.
    if (fileSystem.exists(path)) {
      return new FileStatus[] {fileSystem.getFileStatus(path)};
    }
    FileStatus[] matches = fileSystem.globStatus(path);
    return matches == null ? new FileStatus[0] : matches;
  }

  private List<FileStatus> below(FileSystem fileSystem, FileStatus status) throws IOException {
    if (!status.isDirectory()) {
      return List.of(status);
    }
    List<FileStatus> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(status.getPath(), true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      if (isHidden(status.getPath(), file.getPath())) {
        hidden++;
      } else {
        files.add(file);
      }
    }
    files.sort(Comparator.comparing(file -> file.getPath().toString()));
    return files;
  }

  /** Names beginning with a dot or an underscore are not data, by Hadoop's custom. */
  private static boolean isHidden(Path root, Path file) {
    for (Path p = file; p != null && !p.equals(root); p = p.getParent()) {
      if (LocalFiles.isHidden(p.getName())) {
        return true;
      }
    }
    return false;
  }

  private static InputFile describe(FileStatus status) {
    String path = status.getPath().toString();
    return new InputFile(
        path, Locations.shown(path), status.getLen(), status.getModificationTime(), null);
  }
}
