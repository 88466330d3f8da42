package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.laue.reports.ReportFiles;
import picocli.CommandLine.Option;

/** Where a command writes a report of its own. */
final class ReportOptions {
  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the report goes.")
  private Path output;

  /** Writes the files by their names into the directory, which is made if it is missing. */
  void write(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(output);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(output.resolve(file.getKey()), file.getValue());
    }
  }

  Path page() {
    return output.resolve(ReportFiles.PAGE);
  }
}
