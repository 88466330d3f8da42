package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.laue.spark.LaueSession;
import org.laue.spark.SparkStudySteps;
import org.laue.study.StudyConfig;
import org.laue.study.StudyGraph;
import org.laue.study.StudyPlan;
import org.laue.tables.runs.Lease;

/**
 * Checks the settings of a study, opens a Spark session for the steps of one command and closes it
 * again.
 */
public final class StepRunner {
  private StepRunner() {}

  /** What a command does with the study's steps. */
  public interface Work {
    /**
     * @param found runs of earlier commands, for those that begin in the middle
     */
    void run(StudyGraph graph, FoundRuns found, LaueSession session) throws IOException;
  }

  static int run(StudyConfig config, PrintWriter out, Work work) throws IOException {
    return run(config, out, (title, step) -> step.run(), work);
  }

  /** The same with something done around each step. */
  public static int run(StudyConfig config, PrintWriter out, StudyGraph.Around around, Work work)
      throws IOException {
    StudyPlan plan = StudyPlan.of(config);
    try (LaueSession session = LaueSession.builder().open();
        Lease lease = Lease.take(session.hadoop(), config.study().output())) {
      StudyGraph graph =
          new StudyGraph(
              new SparkStudySteps(plan, session),
              plan,
              (runs, summaries) -> new ReportMaker(plan, session, runs, summaries).write(),
              out,
              (title, step) -> {
                lease.require();
                around.run(title, step);
              });
      work.run(graph, new FoundRuns(plan, session, out), session);
    }
    return 0;
  }
}
