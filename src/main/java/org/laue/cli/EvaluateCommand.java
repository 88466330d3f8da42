package org.laue.cli;

import java.util.concurrent.Callable;
import org.laue.study.StudyGraph;
import org.laue.tables.runs.CompleteRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code laue evaluate}. */
@Command(
    name = "evaluate",
    description =
        "Classifies the fingerprints of a study and writes its report: Table 1 as CSV and page.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  laue evaluate --output out/study"})
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Override
  public Integer call() throws Exception {
    return options.run(
        (graph, found, session) -> {
          CompleteRun model = found.model();
          CompleteRun splits = found.splitsOf(model);
          CompleteRun structures = found.structuresOf(splits);
          graph.evaluate(
              structures,
              new StudyGraph.Trained(splits, model, found.targets(structures)),
              found.baselines(structures),
              found.ingested());
        });
  }
}
