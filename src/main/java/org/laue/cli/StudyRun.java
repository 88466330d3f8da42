package org.laue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.reports.ReportFiles;
import org.laue.spark.StepSummary;

/** The whole road: every step of a study in order, and the report at its end. */
final class StudyRun {
  private final StudySteps steps;
  private final PrintWriter out;
  private final List<StepSummary> summaries = new ArrayList<>();

  /** A step that may fail on its input. */
  private interface Step {
    StepSummary run() throws IOException;
  }

  StudyRun(StudySteps steps, PrintWriter out) {
    this.steps = steps;
    this.out = out;
  }

  /**
   * @param canonical the study's settings as text, for the report
   * @return where the report's page is
   */
  String run(String canonical) throws IOException {
    if (steps.config().prototypes().size() == 0) {
      throw new UserException("prototypes.size is 0: a study trains on the embedded set; name a size");
    }
    run("Embedded pristine set", steps::prototypes);
    run("Its fingerprints", steps::pristine);
    run("Training and test set", steps::splits);
    run("Training", steps::train);
    run("Defective variants and their fingerprints", steps::defects);
    run("The baseline on the same variants", steps::baseline);
    run("Predictions", () -> steps.predict("defects"));
    boolean real = !steps.config().ingest().inputs().isEmpty();
    if (real) {
      run("Structures from files", steps::ingest);
      run("Their fingerprints", steps::real);
      run("Their predictions", () -> steps.predict("real"));
    }
    return write(ReportFiles.of(new ReportMaker(steps, summaries).report(real, canonical)));
  }

  private void run(String title, Step step) throws IOException {
    out.println(title);
    out.flush();
    StepSummary summary = step.run();
    summaries.add(summary);
    summary.pretty().lines().forEach(line -> out.println("  " + line));
    out.flush();
  }

  private String write(SortedMap<String, byte[]> files) throws IOException {
    Path directory = new Path(steps.place("report"));
    for (var file : files.entrySet()) {
      Path path = new Path(directory, file.getKey());
      try (OutputStream stream =
          path.getFileSystem(steps.session().hadoop()).create(path, true)) {
        stream.write(file.getValue());
      }
    }
    return new Path(directory, ReportFiles.PAGE).toString();
  }
}
