package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.evaluation.LocalScore;
import org.laue.evaluation.Opinions;
import org.laue.evaluation.RealAnswer;
import org.laue.evaluation.RealScore;
import org.laue.evaluation.ScoreComparison;
import org.laue.reports.RealReport;
import org.laue.study.real.RealConfig;
import org.laue.study.real.RealQuestion;
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
      "Asks about structures that carry the truth as a label, set by set, and counts right,"
          + " unknown, wrong and silently wrong answers with their intervals and how they miss.",
      "Where the file has questions, compares scores for \"unknown\": area under the ROC, curves,"
          + " reliability.",
      "Writes index.html, real.csv and causes.csv; of questions scores.csv, curves.csv and"
          + " calibration.csv;"
          + " of atoms and grains local.csv. Nothing is trained on these files."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue real conf/real.conf --set data=/data --output out/real",
      "  laue real conf/unknown.conf --set data=/data --output out/unknown",
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
    List<RealSet> chosen = chosen(config);
    Laue laue = model.laue();
    PrintWriter err = spec.commandLine().getErr();
    RealSets sets =
        new RealSets(laue, scores(laue, config), config, chosen, StructureCommand.hadoop(), err);
    Told told = new Told();
    for (RealSet set : chosen) {
      err.printf("laue real: %s ...%n", set.name());
      err.flush();
      told.add(set, sets);
      // After each set, so that a stopped measurement leaves those that were done.
      report.write(told.report(config).files());
    }
    spec.commandLine().getOut().println(report.page());
    return 0;
  }

  private Scores scores(Laue laue, RealConfig config) {
    List<Laue> others =
        config.models().stream().map(one -> Laue.load(one, StructureCommand.hadoop())).toList();
    for (int i = 0; i < others.size(); i++) {
      if (!others.get(i).model().labels().equals(laue.model().labels())) {
        throw new UserException(
            "models: %s answers %s, the model that is asked %s"
                .formatted(
                    config.models().get(i), others.get(i).model().labels(), laue.model().labels()));
      }
    }
    return new Scores(
        laue, others.stream().map(model::asAsked).toList(), config.dropout(), config.passes());
  }

  /** What was said so far. */
  private static final class Told {
    private final List<RealScore> scores = new ArrayList<>();
    private final List<LocalScore> local = new ArrayList<>();
    private final Map<String, List<Opinions>> opinions = new HashMap<>();

    void add(RealSet set, RealSets sets) {
      if (set.ask() != RealSet.Ask.STRUCTURE) {
        local.add(sets.scan(set));
        return;
      }
      List<RealSets.Asked> asked = sets.ask(set);
      List<RealAnswer> answers = asked.stream().map(RealSets.Asked::answer).toList();
      scores.add(new RealScore(set.name(), set.right(), set.goal(), answers));
      opinions.put(set.name(), asked.stream().flatMap(one -> one.opinions().stream()).toList());
    }

    /** With the questions whose sets were all asked. */
    RealReport report(RealConfig config) {
      List<ScoreComparison> comparisons =
          config.questions().stream()
              .filter(question -> opinions.keySet().containsAll(question.of()))
              .filter(question -> opinions.keySet().containsAll(question.against()))
              .map(this::comparison)
              .toList();
      return new RealReport(scores, local, comparisons);
    }

    private ScoreComparison comparison(RealQuestion question) {
      List<Opinions> of = all(question.of());
      return question.against().isEmpty()
          ? ScoreComparison.right(question.name(), of)
          : ScoreComparison.known(question.name(), of, all(question.against()));
    }

    private List<Opinions> all(List<String> sets) {
      return sets.stream().flatMap(set -> opinions.get(set).stream()).toList();
    }
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
