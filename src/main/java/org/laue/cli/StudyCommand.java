package org.laue.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.study.StudyConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code laue study}: from crystals to Table 1. */
@Command(
    name = "study",
    description = {
      "Runs a whole study from one file: embedded set, fingerprints, training by parameter"
          + " averaging, defects, baseline, evaluation and report; with FILES, the same model on"
          + " these crystals.",
      "A study that was interrupted goes on where it stopped."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue study conf/quickstart.conf",
      "  laue study conf/paper.conf --output s3a://bucket/paper --set train.seed=2",
      "  laue study conf/quickstart.conf my-crystals/ more.cif"
    })
final class StudyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "The study file (HOCON).")
  private Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILES",
      description = "Structure files or folders to classify besides (ingest.inputs).")
  private List<String> inputs = new ArrayList<>();

  @Mixin private StudyOptions options;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StudyConfig config =
        inputs.isEmpty() ? options.of(file) : options.of(file, StudyOptions.inputs(inputs));
    return StepRunner.run(
        config, spec.commandLine().getOut(), (graph, found, session) -> graph.all());
  }
}
