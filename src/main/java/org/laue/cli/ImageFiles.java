package org.laue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laue.UserException;
import org.laue.formats.io.FileNames;

/**
 * Writes the picture in each row's third place and puts the name of the file there. The first
 * structure of a source waits for the second, because its name depends on whether there is one.
 */
final class ImageFiles implements RowStep {
  private static final int PICTURE = 2;

  private final Path directory;
  private final Set<String> written = new HashSet<>();
  private List<Object> waiting;
  private boolean several;

  ImageFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public void take(List<Object> row, RowPrinter printer) throws IOException {
    boolean sameSource = waiting != null && waiting.get(0).equals(row.get(0));
    several |= sameSource;
    finish(printer);
    several = sameSource;
    waiting = row;
  }

  @Override
  public void end(RowPrinter printer) throws IOException {
    finish(printer);
    waiting = null;
  }

  private void finish(RowPrinter printer) throws IOException {
    if (waiting == null) {
      return;
    }
    List<Object> row = new ArrayList<>(waiting);
    if (row.get(PICTURE) instanceof Picture picture) {
      row.set(PICTURE, picture.write(directory, name(row)));
    }
    printer.print(row);
  }

  private String name(List<Object> row) {
    String stem = FileNames.stem((String) row.get(0));
    String name = several ? stem + "-" + row.get(1) : stem;
    if (!written.add(name)) {
      throw new UserException(
          "Two inputs would both be written as "
              + name
              + ", the second is "
              + row.get(0)
              + "; give them one at a time or rename one");
    }
    return name;
  }
}
