package org.laue.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laue.UserException;
import org.laue.learning.training.LearningCurve;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.DamagedRunException;
import org.laue.tables.runs.StepSummary;

/**
 * The whole road: which step takes what from which. What is complete is taken up, what was broken
 * off goes on, and what turns out damaged is made again by the step that owns it.
 */
public final class StudyGraph {
  /** Damage that is found in so many places one after the other is no accident. */
  private static final int REPAIRS = 10;

  private final StudySteps steps;
  private final StudyPlan plan;
  private final Report report;
  private final PrintWriter out;
  private final Around around;
  private final List<StepSummary> summaries = new ArrayList<>();

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

  /** Writes the report at the end. */
  public interface Report {
    /**
     * @param summaries of the steps that were run, in their order
     * @param whole whether these are all steps of the study
     * @return where its page is
     */
    String write(StudyRuns runs, List<StepSummary> summaries, boolean whole) throws IOException;
  }

  /** The set that is learned from, and what the descriptor makes of it. */
  public record Embedded(CompleteRun structures, CompleteRun pristine) {}

  /**
   * What came out of the training.
   *
   * @param targets true numbers, where numbers are asked for
   */
  public record Trained(CompleteRun splits, CompleteRun model, Optional<CompleteRun> targets) {}

  /**
   * @param out where the steps are told
   */
  public StudyGraph(
      StudySteps steps, StudyPlan plan, Report report, PrintWriter out, Around around) {
    this.steps = steps;
    this.plan = plan;
    this.report = report;
    this.out = out;
    this.around = around;
  }

  /** Every step of the study and its report. */
  public void all() throws IOException {
    plan.network();
    steps.requireInputs();
    repaired(
        () -> {
          Embedded embedded = embedded();
          Trained trained = train(embedded);
          Optional<CompleteRun> baselines =
              plan.asksSymmetryFinder()
                  ? Optional.of(baseline(embedded.structures(), trained.splits()))
                  : Optional.empty();
          Optional<CompleteRun> read =
              plan.config().ingest().inputs().isEmpty() || plan.learnsFromFiles()
                  ? Optional.empty()
                  : Optional.of(ingest());
          evaluate(embedded.structures(), trained, baselines, read, true);
        });
  }

  public Embedded embedded() throws IOException {
    CompleteRun structures = plan.learnsFromFiles() ? ingest() : prototypes();
    return new Embedded(
        structures, run("What the network sees of it", () -> steps.pristine(structures)));
  }

  private CompleteRun prototypes() throws IOException {
    if (plan.config().prototypes().size() == 0) {
      throw new UserException(
          "prototypes.size is 0 and ingest.inputs name nothing: there is nothing to learn from;"
              + " name a size, or files");
    }
    return run("Embedded pristine set", steps::prototypes);
  }

  public Trained train(Embedded set) throws IOException {
    Optional<CompleteRun> targets =
        plan.asksForNumbers()
            ? Optional.of(run("True numbers", () -> steps.targets(set.structures())))
            : Optional.empty();
    CompleteRun splits =
        run("Training and test set", () -> steps.splits(set.structures(), set.pristine(), targets));
    CompleteRun views = run("What to learn from", () -> steps.views(set.structures(), splits));
    CompleteRun weights =
        run("Training", () -> steps.train(views, set.pristine(), splits, targets, this::tell));
    CompleteRun damaged =
        run("Damaged training crystals", () -> steps.damaged(set.structures(), splits));
    CompleteRun model =
        run(
            "What the model counts as known",
            () -> steps.calibrate(weights, set.pristine(), damaged, splits));
    return new Trained(splits, model, targets);
  }

  public CompleteRun baseline(CompleteRun structures, CompleteRun splits) throws IOException {
    return run("The baseline on every variant", () -> steps.baseline(structures, splits));
  }

  public CompleteRun ingest() throws IOException {
    return run("Structures from files", steps::ingest);
  }

  /** Descriptors of the variants, predictions, report; says where the page is. */
  public void evaluate(
      CompleteRun structures,
      Trained trained,
      Optional<CompleteRun> baselines,
      Optional<CompleteRun> read)
      throws IOException {
    evaluate(structures, trained, baselines, read, false);
  }

  private void evaluate(
      CompleteRun structures,
      Trained trained,
      Optional<CompleteRun> baselines,
      Optional<CompleteRun> read,
      boolean whole)
      throws IOException {
    CompleteRun variants =
        run(
            "What the network sees of every variant",
            () -> steps.variants(structures, trained.splits()));
    CompleteRun predictions =
        run(
            "Predictions",
            () -> steps.predict(variants, trained.model(), trained.splits(), trained.targets()));
    Optional<CompleteRun> unknown =
        plan.config().evaluate().productRoad()
            ? Optional.of(unknown(structures, trained))
            : Optional.empty();
    Optional<StudyRuns.Real> real =
        read.isPresent() ? Optional.of(real(read.get(), trained.model())) : Optional.empty();
    StudyRuns runs =
        new StudyRuns(
            structures,
            trained.splits(),
            trained.model(),
            baselines,
            variants,
            predictions,
            unknown,
            real);
    around.run("Report", () -> say(report.write(runs, List.copyOf(summaries), whole)));
  }

  private CompleteRun unknown(CompleteRun structures, Trained trained) throws IOException {
    CompleteRun variants =
        run(
            "The same, its origin unknown",
            () -> steps.unknownVariants(structures, trained.splits()));
    return run(
        "Their predictions",
        () -> steps.predictUnknown(variants, trained.model(), trained.splits(), trained.targets()));
  }

  private StudyRuns.Real real(CompleteRun read, CompleteRun model) throws IOException {
    CompleteRun images = run("What the network sees of what was read", () -> steps.real(read));
    CompleteRun answers = run("Its predictions", () -> steps.predictReal(images, model));
    return new StudyRuns.Real(read, images, answers);
  }

  /** From the beginning again after damage was found: all that is whole is taken up at once. */
  private void repaired(Work work) throws IOException {
    for (int repairs = 0; ; repairs++) {
      try {
        work.run();
        return;
      } catch (DamagedRunException e) {
        if (repairs == REPAIRS) {
          throw e;
        }
        say(e.getMessage());
        summaries.clear();
      }
    }
  }

  private CompleteRun run(String title, Step step) throws IOException {
    say(title);
    StepSummary[] summary = new StepSummary[1];
    around.run(title, () -> summary[0] = step.run());
    summaries.add(summary[0]);
    summary[0].pretty().lines().forEach(line -> say("  " + line));
    return summary[0].run();
  }

  private void tell(LearningCurve.Point p) {
    say(
        String.format(
            Locale.ROOT,
            plan.asksForNumbers()
                ? "  round %d: %,d showings, loss %.4f, R2 on training %.3f, on test %.3f; %.0f s,"
                    + " %.0f s left"
                : "  round %d: %,d images, loss %.4f, right on training %.1f %%, on test %.1f %%;"
                    + " %.0f s, %.0f s left",
            p.round(),
            p.images(),
            p.trainLoss(),
            (plan.asksForNumbers() ? 1 : 100) * p.trainAccuracy(),
            (plan.asksForNumbers() ? 1 : 100) * p.testAccuracy(),
            p.seconds(),
            p.secondsLeft()));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
