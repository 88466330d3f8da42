package org.laue.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.laue.study.StudyConfig;
import org.laue.study.StudyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "  laue study conf/balanced.conf --seeds 1,2,3,4,5",
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

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = {
        "Train once with each of these seeds (train.seed), for instance 1,2,3,4,5: a report of"
            + " each, and a table of mean and worst over them."
      })
  private List<Long> seeds = new ArrayList<>();

  @Mixin private StudyOptions options;

  @Override
  public Integer call() throws Exception {
    if (seeds.isEmpty()) {
      return StepRunner.run(config(), options.out(), (graph, found, session) -> graph.all());
    }
    SortedMap<Long, StudyPlan> plans = new TreeMap<>();
    seeds.forEach(seed -> plans.put(seed, StudyPlan.of(config("train.seed=" + seed))));
    StepRunner.seeds(plans, options.out());
    return 0;
  }

  private StudyConfig config(String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    if (!inputs.isEmpty()) {
      all.add(StudyOptions.inputs(inputs));
    }
    return options.of(file, all.toArray(String[]::new));
  }
}
