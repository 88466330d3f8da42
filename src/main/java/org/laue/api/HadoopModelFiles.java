package org.laue.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.learning.ModelFiles;
import org.laue.tables.NewFile;

/** Models on any Hadoop file system, or in the jar. */
public final class HadoopModelFiles implements ModelFiles {
  private static final String CLASS_PATH = "classpath:";

  private final Configuration hadoop;
  private final Path directory;

  private HadoopModelFiles(Configuration hadoop, Path directory) {
    this.hadoop = hadoop;
    this.directory = directory;
  }

  /**
   * @param location a directory as Hadoop names it, or {@code classpath:/...}
   */
  public static ModelFiles at(Configuration hadoop, String location) {
    return isOnClassPath(location)
        ? ModelFiles.resources(location.substring(CLASS_PATH.length()))
        : new HadoopModelFiles(hadoop, new Path(location));
  }

  static boolean isOnClassPath(String location) {
    return location.startsWith(CLASS_PATH);
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path file = new Path(directory, name);
    try {
      return file.getFileSystem(hadoop).open(file);
    } catch (FileNotFoundException e) {
      throw new UserException(
          directory + " is no model: it holds no file " + name + "; train one or name another", e);
    }
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Path file = new Path(directory, name);
    return NewFile.create(file.getFileSystem(hadoop), file);
  }
}
