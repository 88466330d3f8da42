package org.laue.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** CPU time of each step of a study, from nothing, in a directory of its own. */
final class StudyBench {
  private final Path study;

  StudyBench(Path study) {
    this.study = study;
  }

  /** A step of the road. */
  private record Step(String name, StepRunner.Work work) {}

  void run(BenchTable table, PrintWriter err) throws IOException {
    Path directory = Files.createTempDirectory("laue-bench-study");
    try {
      StudyConfig config =
          StudyConfigs.load(
              study, List.of("study.output=" + StudyOptions.quoted(directory.toString())));
      String settings = config.toString();
      List<Step> steps =
          List.of(
              new Step("embedded set, its fingerprints", (s, run) -> run.embedded()),
              new Step("splits, training", (s, run) -> run.train()),
              new Step("baseline", (s, run) -> run.baseline()),
              new Step("fingerprints, predictions, report", (s, run) -> run.evaluate(settings)));
      StepRunner.run(
          config,
          err,
          (s, run) -> {
            for (Step step : steps) {
              double before = cpuSeconds();
              step.work().run(s, run);
              table.cost(
                  "study",
                  step.name(),
                  cpuSeconds() - before,
                  Double.NaN,
                  "CPU s",
                  Double.NaN,
                  study.toString());
            }
          });
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static double cpuSeconds() {
    return 1e-9
        * ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
  }
}
