package org.laue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.laue.tables.runs.Runs;

/** What a study on this machine's disk has left. */
final class StudyContents {
  private StudyContents() {}

  /** What each run holds, by its place; a run's own name holds code and settings. */
  static Map<String, String> of(Path output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path manifest : files.filter(f -> f.endsWith("manifest.json")).toList()) {
        Path run = manifest.getParent();
        contents.put(
            output.relativize(run).toString(),
            Runs.open(new Configuration(), run.toString()).contentHash());
      }
    }
    return contents;
  }
}
