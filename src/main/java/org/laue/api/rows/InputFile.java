package org.laue.api.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;

/**
 * A file to read, or a name behind which there is none.
 *
 * @param path {@code file:} and an absolute path, a fully qualified Hadoop path, or {@code -} for
 *     standard input
 * @param source the same for people: without the scheme where it is a local file
 * @param problem why there is nothing to read, or null
 */
public record InputFile(String path, String source, long bytes, long modified, String problem)
    implements StructureSource, Serializable {
  static final String STANDARD_INPUT = "-";
  static final String LOCAL = "file:";

  static InputFile missing(String name, String problem) {
    return new InputFile(name, name, 0, 0, problem);
  }

  public boolean isStandardInput() {
    return problem == null && path.equals(STANDARD_INPUT);
  }

  /**
   * The bytes as stored. Local files are read as they are: Hadoop's checksums beside them, which
   * other programs do not keep up to date, are not asked.
   *
   * @throws UserException if there is nothing to read
   */
  @Override
  public InputStream open(Configuration hadoop) throws IOException {
    return open(hadoop, 0);
  }

  /**
   * The bytes as stored, from one on; all of standard input.
   *
   * @param offset of the first byte, from 0
   */
  public InputStream open(Configuration hadoop, long offset) throws IOException {
    if (problem != null) {
      throw new UserException(problem);
    }
    if (isStandardInput()) {
      return new Unclosed(System.in);
    }
    if (path.startsWith(LOCAL)) {
      java.nio.file.Path local = java.nio.file.Path.of(path.substring(LOCAL.length()));
      InputStream in = Files.newInputStream(local);
      in.skipNBytes(offset);
      return in;
    }
    Path file = new Path(path);
    FSDataInputStream in = file.getFileSystem(hadoop).open(file);
    in.seek(offset);
    return in;
  }

  /** Standard input is not ours to close. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
