package org.laue.study;

import java.util.Optional;
import org.laue.tables.runs.CompleteRun;

/**
 * The runs that a study's report speaks of: those of its own steps and no others that may lie in
 * the same directory.
 *
 * @param structures the embedded set
 * @param baselines of the variants, where classes are asked for
 * @param variants descriptors of every variant that counts
 * @param predictions of the variants
 * @param unknown predictions of the same variants on the product's road, if the study goes it
 * @param real what was read, or empty if the study names no files
 */
public record StudyRuns(
    CompleteRun structures,
    CompleteRun splits,
    CompleteRun model,
    Optional<CompleteRun> baselines,
    CompleteRun variants,
    CompleteRun predictions,
    Optional<CompleteRun> unknown,
    Optional<Real> real) {

  /** What was read from files. */
  public record Real(CompleteRun structures, CompleteRun described, CompleteRun predictions) {}
}
