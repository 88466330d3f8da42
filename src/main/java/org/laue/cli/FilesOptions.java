package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes the files that it makes of structures. */
final class FilesOptions {
  @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path output;

  /** Writes each row's files, below a directory that is made if it is missing. */
  RowStep step() throws IOException {
    Files.createDirectories(output);
    return new ImageFiles(output);
  }
}
