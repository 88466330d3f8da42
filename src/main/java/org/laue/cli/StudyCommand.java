package org.laue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.spark.LaueSession;
import org.laue.study.StudyConfig;
import org.laue.study.StudyPlan;
import org.laue.study.StudySummaries;
import org.laue.study.Sweep;
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
      "  laue study conf/sensitivity.conf --seeds 1,2,3",
      "  laue study conf/sweep-grid.conf --set prototypes.size=612",
      "  laue study conf/quickstart.conf my-crystals/ more.cif",
      "  laue study conf/deepknet-ablations.conf my-crystals/ --seeds 1,2,3,4,5",
      "  laue study conf/sen-gap.conf my-crystals/ --seeds 1,2,3,4,5"
    })
final class StudyCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "The study file (HOCON), on any file system that Hadoop knows.")
  private String file;

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
            + " each, and a table of mean and worst over them; of numbers also the mean of their"
            + " answers and how well their scatter tells its errors. Of every study of study.sweep or"
            + " study.grid, if the file lists some."
      })
  private List<Long> seeds = new ArrayList<>();

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = {
        "When it is complete, removes what only older studies of this name made, all but the last N"
            + " of them; without it nothing is ever removed. All trainings of --seeds or study.sweep"
            + " are one study."
      })
  private Integer keep;

  @Mixin private StudyOptions options;

  /** The study file on this machine. */
  private Path fetched;

  @Override
  public Integer call() throws Exception {
    fetched = StudyFile.fetched(file);
    StudyConfig config = config();
    boolean single = seeds.isEmpty() && !config.study().isSweep();
    if (keep != null && keep < 1) {
      throw new UserException("--keep wants a number of studies, 1 or more, was " + keep);
    }
    StepRunner.Afterwards afterwards = session -> removeOlder(config.study(), session);
    if (single) {
      return StepRunner.run(
          config,
          options.out(),
          (graph, found, session) -> {
            graph.all();
            afterwards.run(session);
          });
    }
    StudyPlan plan = StudyPlan.of(config);
    if (plan.isScored()) {
      StepRunner.sweep(plan, trainings(plan), options.out(), afterwards);
      return 0;
    }
    if (config.study().isSweep()) {
      if (plan.asksForNumbers()) {
        StepRunner.numbers(plan, trainings(plan), options.out(), afterwards);
      } else {
        StepRunner.sensitivity(plan, trainings(plan), options.out(), afterwards);
      }
      return 0;
    }
    SortedMap<Long, StudyPlan> plans = new TreeMap<>();
    seeds.forEach(seed -> plans.put(seed, StudyPlan.of(config("train.seed=" + seed))));
    StepRunner.seeds(plans, options.out(), afterwards);
    return 0;
  }

  /** Every study of the sweep with every seed, all checked before the first begins. */
  private List<StepRunner.Training> trainings(StudyPlan plan) {
    List<Long> all = seeds.isEmpty() ? List.of(plan.config().train().seed()) : seeds;
    List<StepRunner.Training> trainings = new ArrayList<>();
    for (Sweep.Entry study : plan.sweep().entries()) {
      for (long seed : all) {
        StudyPlan training =
            StudyPlan.of(
                study.settings().isEmpty()
                    ? config("train.seed=" + seed)
                    : config(study.settings(), "train.seed=" + seed));
        training.network();
        trainings.add(new StepRunner.Training(study, seed, training));
      }
    }
    return trainings;
  }

  private void removeOlder(StudyConfig.Study study, LaueSession session) throws IOException {
    if (keep != null) {
      int removed = new StudySummaries(session.hadoop(), study.output()).keep(study.name(), keep);
      options.err().printf("laue study: removed %,d runs of older studies%n", removed);
    }
  }

  private StudyConfig config(String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    if (!inputs.isEmpty()) {
      all.add(StudyOptions.inputs(inputs));
    }
    return options.of(fetched, all.toArray(String[]::new));
  }
}
