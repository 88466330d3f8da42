package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.spark.LaueSession;
import org.laue.study.StudySummaries;
import org.laue.tables.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laue diff}: what changed between two nights. */
@Command(
    name = "diff",
    description = {
      "Says what differs between two complete studies: rows, labels, accuracies, settings, and how"
          + " far the inputs drifted.",
      "Of one directory it compares the last two. Exit code: 0 equal, 3 different; 2 and 1 as ever."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue diff s3a://bucket/laue",
      "  laue diff out/summaries/20261125T021500.123Z.json out/latest.json",
      "  laue diff --json out/seed-1 out/seed-2"
    })
final class DiffCommand implements Callable<Integer> {
  /** What both hold is not the same; neither their mistake nor ours. */
  static final int DIFFERENT = 3;

  @Parameters(
      arity = "1..2",
      paramLabel = "STUDY",
      description = "A study's directory, of which the newest is meant, or a summary in it.")
  private List<String> studies;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (LaueSession session = LaueSession.builder().withoutProgress().open()) {
      StudyDifference difference = difference(session);
      PrintWriter out = spec.commandLine().getOut();
      (json ? List.of(Json.text(difference)) : difference.lines()).forEach(out::println);
      out.flush();
      return difference.isEqual() ? 0 : DIFFERENT;
    }
  }

  private StudyDifference difference(LaueSession session) throws IOException {
    if (studies.size() == 1) {
      List<StudySummaries.Found> last =
          new StudySummaries(session.hadoop(), studies.get(0)).newest(2);
      return StudyDifference.of(last.get(1), last.get(0), session);
    }
    return StudyDifference.of(
        StudySummaries.find(session.hadoop(), studies.get(0)),
        StudySummaries.find(session.hadoop(), studies.get(1)),
        session);
  }
}
