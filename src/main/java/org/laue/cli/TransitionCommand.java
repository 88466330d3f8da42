package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.laue.api.Laue;
import org.laue.api.ModelLocation;
import org.laue.evaluation.TransitionCurves;
import org.laue.learning.CrystalModel;
import org.laue.reports.TransitionReport;
import org.laue.study.transition.TransitionConfig;
import org.laue.study.transition.TransitionStudy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laue transition}. */
@Command(
    name = "transition",
    description = {
      "Follows paths from one crystal to another and draws the probability of each class on the way:"
          + " bcc to sc by vacancies, a rhombohedral lattice through sc and fcc, growing"
          + " displacements.",
      "Writes index.html, transitions.csv (each curve) and changes.csv (where the most probable"
          + " class changes, with a 95 %% interval)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue transition conf/transition-*.conf --output out/transitions",
      "  laue transition conf/transition-bcc-sc.conf --model out/paper/model --output out/bcc-sc"
    })
final class TransitionCommand implements Callable<Integer> {
  private static final int TOLD = 20;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Paths, see conf/transition-*.")
  private List<Path> files;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A trained model; several times for models that differ in their seed: the bars then span"
              + " structures and seeds. Without it, the one that comes with Laue.")
  private List<String> models = new ArrayList<>();

  @Mixin private ReportOptions report;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<TransitionConfig> configs = files.stream().map(TransitionConfig::load).toList();
    TransitionStudy study = new TransitionStudy(loaded());
    List<TransitionReport.Path> paths = new ArrayList<>();
    for (TransitionConfig config : configs) {
      TransitionCurves curves = study.follow(config, told(config));
      paths.add(
          new TransitionReport.Path(
              config.title(), config.axis(), config.paper(), config.shown(), curves));
    }
    report.write(new TransitionReport(paths).files());
    spec.commandLine().getOut().println(report.page());
    return 0;
  }

  private List<CrystalModel> loaded() throws IOException {
    if (models.isEmpty()) {
      return List.of(Laue.load().model());
    }
    List<CrystalModel> found = new ArrayList<>();
    for (String place : models) {
      String run =
          ModelLocation.find(
              StructureCommand.hadoop(),
              place,
              taken -> ModelOptions.say(spec.commandLine().getErr(), taken));
      found.add(Laue.load(run, StructureCommand.hadoop()).model());
    }
    return found;
  }

  private IntConsumer told(TransitionConfig config) {
    PrintWriter err = spec.commandLine().getErr();
    AtomicInteger count = new AtomicInteger();
    int all = config.kind() == TransitionConfig.Kind.DEFECT ? config.structures() : 1;
    return structure -> {
      int done = count.incrementAndGet();
      if (done % TOLD == 0 || done == all) {
        err.printf("%s: %,d of %,d structures%n", config.title(), done, all);
      }
    };
  }
}
