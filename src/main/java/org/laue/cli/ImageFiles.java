package org.laue.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.laue.api.rows.Row;

/**
 * Writes the files in each row's first value and puts the name of the first there. The first
 * structure of a source waits for the second, because its name depends on whether there is one.
 */
final class ImageFiles implements RowStep {
  private final Path directory;
  private final PictureNames names = new PictureNames();
  private Row waiting;
  private boolean several;

  ImageFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public void take(Row row, RowStep.Next next) throws IOException {
    boolean sameSource = waiting != null && waiting.source().equals(row.source());
    several |= sameSource;
    finish(next);
    several = sameSource;
    waiting = row;
  }

  @Override
  public void end(RowStep.Next next) throws IOException {
    finish(next);
    waiting = null;
  }

  private void finish(RowStep.Next next) throws IOException {
    if (waiting != null) {
      next.row(written(waiting));
    }
  }

  private Row written(Row row) {
    if (!(row.values().get(0) instanceof PictureFiles files)) {
      return row;
    }
    String name = names.name(row.source(), several ? row.position() : 0);
    try {
      return row.with(0, files.write(directory, name));
    } catch (IOException e) {
      return row.failed("Its files cannot be written: " + e);
    }
  }
}
