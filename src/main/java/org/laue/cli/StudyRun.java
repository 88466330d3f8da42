package org.laue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.laue.UserException;
import org.laue.learning.LearningCurve;
import org.laue.reports.ReportFiles;
import org.laue.spark.StepSummary;

/** The whole road: every step of a study in order, and the report at its end. */
public final class StudyRun {
  private final StudySteps steps;
  private final PrintWriter out;
  private final List<StepSummary> summaries = new ArrayList<>();

  private final Around around;

  /** A step that may fail on its input. */
  private interface Step {
    StepSummary run() throws IOException;
  }

  /** Work that may fail on its input. */
  public interface Work {
    void run() throws IOException;
  }

  /** What is done around each step, for instance to measure it. */
  public interface Around {
    void run(String title, Work step) throws IOException;
  }

  StudyRun(StudySteps steps, PrintWriter out, Around around) {
    this.steps = steps;
    this.out = out;
    this.around = around;
  }

  /** The pristine set and its fingerprints. */
  public void embedded() throws IOException {
    if (steps.config().prototypes().size() == 0) {
      throw new UserException(
          "prototypes.size is 0: the network learns from the embedded set; name a size");
    }
    run("Embedded pristine set", steps::prototypes);
    run("Its fingerprints", steps::pristine);
  }

  public void train() throws IOException {
    run("Training and test set", steps::splits);
    run("Images to learn from", steps::views);
    run("Training", () -> steps.train(this::tell));
    run("Damaged training crystals", steps::damaged);
    run("What the model counts as known", steps::calibrate);
  }

  public void baseline() throws IOException {
    run("The baseline on every variant", steps::baseline);
  }

  void ingest() throws IOException {
    run("Structures from files", steps::ingest);
  }

  /** Fingerprints of the variants, predictions, report; says where the page is. */
  public void evaluate(String settings) throws IOException {
    run("Fingerprints of every variant", steps::defects);
    run("Predictions", () -> steps.predict(StudySteps.DEFECTS));
    if (steps.goesTheProductsRoad()) {
      run("Fingerprints of every variant, its origin unknown", steps::unknownDefects);
      run("Their predictions", () -> steps.predict(StudySteps.UNKNOWN));
    }
    boolean real = steps.hasIngested();
    if (real) {
      run("Fingerprints of what was read", steps::real);
      run("Its predictions", () -> steps.predict("real"));
    }
    around.run("Report", () -> report(real, settings));
  }

  private void report(boolean real, String settings) throws IOException {
    out.println(write(ReportFiles.of(new ReportMaker(steps, summaries).report(real, settings))));
    out.flush();
  }

  private void run(String title, Step step) throws IOException {
    out.println(title);
    out.flush();
    around.run(title, () -> summaries.add(step.run()));
    StepSummary summary = summaries.get(summaries.size() - 1);
    summary.pretty().lines().forEach(line -> out.println("  " + line));
    out.flush();
  }

  private void tell(LearningCurve.Point p) {
    out.printf(
        Locale.ROOT,
        "  round %d: %,d images, loss %.4f, right on training %.1f %%, on test %.1f %%; %.0f s,"
            + " %.0f s left%n",
        p.round(),
        p.images(),
        p.trainLoss(),
        100 * p.trainAccuracy(),
        100 * p.testAccuracy(),
        p.seconds(),
        p.secondsLeft());
    out.flush();
  }

  private String write(SortedMap<String, byte[]> files) throws IOException {
    Path directory = new Path(steps.place("report"));
    for (var file : files.entrySet()) {
      Path path = new Path(directory, file.getKey());
      try (OutputStream stream = path.getFileSystem(steps.session().hadoop()).create(path, true)) {
        stream.write(file.getValue());
      }
    }
    return new Path(directory, ReportFiles.PAGE).toString();
  }
}
