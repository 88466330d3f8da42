package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.evaluation.RealScore;
import org.laue.reports.RealReport;
import org.laue.study.real.RealConfig;
import org.laue.study.real.RealSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laue real}: answers to real structures that say themselves what they are. */
@Command(
    name = "real",
    description = {
      "Asks about structures that carry the truth as a label, set by set, and counts right, unknown,"
          + " wrong and silently wrong answers with their intervals and how they miss.",
      "Writes index.html, real.csv and causes.csv. Nothing is trained on these files."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue real conf/real.conf --set data=/data --output out/real",
      "  laue real my-sets.conf --only melting --model out/study/model --output out/mine"
    })
final class RealCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Sets and their goals; see conf/real.conf.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the file's: data=/where/the/sets/lie.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Sets whose names contain this text; may be given several times.")
  private List<String> only = new ArrayList<>();

  @Mixin private ReportOptions report;

  @Mixin private ModelOptions model;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RealConfig config = RealConfig.load(file, assignments);
    RealSets sets =
        new RealSets(model.laue(), config, StructureCommand.hadoop(), spec.commandLine().getErr());
    PrintWriter err = spec.commandLine().getErr();
    List<RealScore> scores = new ArrayList<>();
    for (RealSet set : chosen(config)) {
      err.printf("laue real: %s ...%n", set.name());
      err.flush();
      scores.add(sets.score(set));
      // After each set, so that a stopped measurement leaves those that were done.
      report.write(new RealReport(scores).files());
    }
    spec.commandLine().getOut().println(report.page());
    return 0;
  }

  private List<RealSet> chosen(RealConfig config) {
    List<RealSet> chosen =
        config.sets().stream()
            .filter(set -> only.isEmpty() || only.stream().anyMatch(set.name()::contains))
            .toList();
    if (chosen.isEmpty()) {
      throw new UserException(
          "No set's name contains %s; there are %s"
              .formatted(
                  String.join(" or ", only),
                  config.sets().stream().map(RealSet::name).collect(Collectors.joining("; "))));
    }
    return chosen;
  }
}
