package org.laue.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.commons.io.FileUtils;
import org.laue.CpuTime;
import org.laue.cli.StepRunner;
import org.laue.cli.StudyOptions;
import org.laue.study.StudyConfig;
import org.laue.study.StudyConfigs;

/**
 * CPU time of each step of a study, from nothing, in a directory of its own, and how much of it the
 * kernels of the science took; memory at its peak.
 */
final class StudyBench {
  private static final String WHAT = "study";

  /** Share of the kernels in the CPU time of the process that we want at least. */
  private static final double SHARE_GOAL = 0.85;

  /** What a task slot may take, heap and off-heap together, GiB. */
  private static final double SLOT_LIMIT = 2;

  private static final double GIBIBYTE = 1L << 30;
  private static final double NONE = Double.NaN;

  private final Path study;
  private final List<String> assignments;

  StudyBench(Path study, List<String> assignments) {
    this.study = study;
    this.assignments = List.copyOf(assignments);
  }

  void run(BenchTable table, PrintWriter err) throws IOException {
    Path directory = Files.createTempDirectory("laue-bench-study");
    try {
      List<String> settings = new ArrayList<>(assignments);
      settings.add("study.output=" + StudyOptions.quoted(directory.toString()));
      measure(StudyConfigs.load(study, settings), table, err);
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private void measure(StudyConfig config, BenchTable table, PrintWriter err) throws IOException {
    CpuTime start = CpuTime.ofProcess();
    StepRunner.run(
        config,
        err,
        (title, step) -> {
          CpuTime before = CpuTime.ofProcess();
          step.run();
          CpuTime spent = CpuTime.ofProcess().since(before);
          table.cost(WHAT, title, spent.seconds(), NONE, "CPU s", NONE, spent.shares() + peak());
        },
        (graph, found, session) -> {
          CpuTime opened = CpuTime.ofProcess().since(start);
          table.cost(WHAT, "Start of Spark", opened.seconds(), NONE, "CPU s", NONE, "");
          graph.all();
          total(table, CpuTime.ofProcess().since(start));
          memory(table, session.parallelism());
        });
  }

  private void total(BenchTable table, CpuTime all) {
    table.cost(WHAT, "all steps", all.seconds(), NONE, "CPU s", NONE, study.toString());
    table.rate(
        WHAT,
        "share of the kernels in all CPU time",
        all.kernelShare(),
        NONE,
        "of 1",
        SHARE_GOAL,
        all.shares() + "; limit: the goal, at least");
  }

  private static void memory(BenchTable table, int slots) {
    PeakMemory.bytes()
        .ifPresent(
            bytes ->
                table.cost(
                    WHAT,
                    "peak memory per task slot",
                    bytes / GIBIBYTE / slots,
                    NONE,
                    "GiB",
                    SLOT_LIMIT,
                    "the whole process, heap and off-heap, over " + slots + " slots"));
  }

  private static String peak() {
    OptionalLong bytes = PeakMemory.bytes();
    return bytes.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "; peak %.2f GiB", bytes.getAsLong() / GIBIBYTE);
  }
}
