package org.laue.tables;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.lang3.function.FailableRunnable;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.laue.Locations;

/**
 * A file that is being written. What goes wrong with it is a {@link WriteException} that names it:
 * Hadoop's local file system throws an {@link Error} where the disk is full, and none says where.
 */
public final class NewFile extends OutputStream {
  private final Path path;
  private final OutputStream out;

  private NewFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  /** Creates a file, in the place of one that is there. */
  public static NewFile create(FileSystem fileSystem, Path path) throws IOException {
    try {
      return new NewFile(path, fileSystem.create(path, true));
    } catch (IOException | FSError e) {
      throw failed(path, e);
    }
  }

  private void named(FailableRunnable<IOException> writing) throws IOException {
    try {
      writing.run();
    } catch (IOException | FSError e) {
      throw failed(path, e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    named(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    named(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    named(out::flush);
  }

  @Override
  public void close() throws IOException {
    named(out::close);
  }

  private static WriteException failed(Path path, Throwable failure) {
    Throwable reason = failure instanceof FSError ? failure.getCause() : failure;
    return new WriteException(
        String.format(
            "Cannot write %s (%s); mend that, for instance make room there, and give the same"
                + " command again: what is complete is taken up",
            Locations.shown(path.toString()), reason.getMessage()),
        failure);
  }
}
