package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.laue.spark.LaueSession;
import org.laue.study.StudyConfig;

/** Opens a Spark session for the steps of one command and closes it again. */
public final class StepRunner {
  private StepRunner() {}

  /** What a command does with the study's steps. */
  public interface Work {
    void run(StudySteps steps, StudyRun run) throws IOException;
  }

  static int run(StudyConfig config, PrintWriter out, Work work) throws IOException {
    return run(config, out, (title, step) -> step.run(), work);
  }

  /** The same with something done around each step. */
  public static int run(StudyConfig config, PrintWriter out, StudyRun.Around around, Work work)
      throws IOException {
    try (LaueSession session = LaueSession.builder().open()) {
      StudySteps steps = new StudySteps(config, session);
      work.run(steps, new StudyRun(steps, out, around));
    }
    return 0;
  }
}
