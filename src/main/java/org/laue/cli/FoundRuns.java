package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Predicate;
import org.laue.UserException;
import org.laue.spark.LaueSession;
import org.laue.study.StudyGraph;
import org.laue.study.StudyPlan;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Runs;

/**
 * Runs for a command that begins in the middle of the road: of those that lie below the study's
 * directory the one that finished last, and of its inputs exactly those that it was made from. Each
 * is named.
 */
public final class FoundRuns {
  private final StudyPlan plan;
  private final LaueSession session;
  private final PrintWriter out;

  FoundRuns(StudyPlan plan, LaueSession session, PrintWriter out) {
    this.plan = plan;
    this.session = session;
    this.out = out;
  }

  /** The newest embedded set and what the descriptor made of it. */
  StudyGraph.Embedded embedded() throws IOException {
    CompleteRun structures = structures();
    return new StudyGraph.Embedded(
        structures,
        required("embedded/" + plan.descriptor().table(), made("structures", structures)));
  }

  CompleteRun structures() throws IOException {
    return required(plan.structuresPlace(), run -> true);
  }

  /** The split that the variants are chosen by, or null where all count and there is none. */
  CompleteRun splits(CompleteRun structures) throws IOException {
    Predicate<CompleteRun> wanted = made("structures", structures);
    return plan.side().isPresent()
        ? required("embedded/splits", wanted)
        : find("embedded/splits", wanted).orElse(null);
  }

  CompleteRun model() throws IOException {
    return required("model", run -> true);
  }

  /** The split that a model was trained on. */
  CompleteRun splitsOf(CompleteRun model) throws IOException {
    return required("embedded/splits", content(input(model, "splits")));
  }

  /** The structures that were split. */
  CompleteRun structuresOf(CompleteRun splits) throws IOException {
    return required(plan.structuresPlace(), content(input(splits, "structures")));
  }

  /** The symmetry finder's answers, where the study asks it. */
  Optional<CompleteRun> baselines(CompleteRun structures) throws IOException {
    return plan.asksSymmetryFinder()
        ? Optional.of(required("defects/baselines", made("structures", structures)))
        : Optional.empty();
  }

  /** The true numbers, where the study asks for numbers. */
  Optional<CompleteRun> targets(CompleteRun structures) throws IOException {
    return plan.asksForNumbers()
        ? Optional.of(required("embedded/targets", made("structures", structures)))
        : Optional.empty();
  }

  /** What was read from files, if anything was. */
  Optional<CompleteRun> ingested() throws IOException {
    return plan.learnsFromFiles() ? Optional.empty() : find("real/structures", run -> true);
  }

  private CompleteRun required(String place, Predicate<CompleteRun> wanted) throws IOException {
    Optional<CompleteRun> found = find(place, wanted);
    if (found.isEmpty()) {
      // Says what is missing where there is no run at all.
      Runs.open(session.hadoop(), plan.place(place));
    }
    return found.orElseThrow(
        () ->
            new UserException(
                "No run in "
                    + plan.place(place)
                    + " belongs to the runs taken so far; run the step that writes it again"));
  }

  private Optional<CompleteRun> find(String place, Predicate<CompleteRun> wanted)
      throws IOException {
    Optional<CompleteRun> found = Runs.find(session.hadoop(), plan.place(place), wanted);
    found.ifPresent(
        run ->
            out.printf(
                "Takes %s of %s: %s%n", run.kind(), run.manifest().finishedAt(), run.shownPath()));
    out.flush();
    return found;
  }

  private static Predicate<CompleteRun> made(String input, CompleteRun from) {
    return run -> from.contentHash().equals(input(run, input));
  }

  private static Predicate<CompleteRun> content(String hash) {
    return run -> run.contentHash().equals(hash);
  }

  private static String input(CompleteRun run, String name) {
    return run.manifest().provenance().inputs().getOrDefault(name, "");
  }
}
