package org.laue.cli;

import java.util.concurrent.Callable;
import org.laue.tables.runs.CompleteRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code laue baseline}. */
@Command(
    name = "baseline",
    description =
        "Asks the symmetry finder about every defective variant of a study, at each setting.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue baseline --output out/study",
      "  laue baseline --output out/study --set baseline.compat=[v2,v1-9-9]"
    })
final class BaselineCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Override
  public Integer call() throws Exception {
    return options.run(
        (graph, found, session) -> {
          CompleteRun structures = found.structures();
          graph.baseline(structures, found.splits(structures));
        });
  }
}
