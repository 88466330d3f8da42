package org.laue.study;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.laue.learning.training.LearningCurve;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.StepSummary;

/**
 * The steps of a study. Each takes the handles of the runs it reads and gives the handle of the run
 * it makes; none looks for a run by itself.
 */
public interface StudySteps {

  /** The embedded pristine set. */
  StepSummary prototypes() throws IOException;

  /**
   * @throws org.laue.UserException if the study names inputs and there is no file behind any
   */
  void requireInputs();

  /** What the study's input files hold. */
  StepSummary ingest() throws IOException;

  /** Descriptors of the pristine set. */
  StepSummary pristine(CompleteRun structures) throws IOException;

  /** The true numbers that the study's task asks for. */
  StepSummary targets(CompleteRun structures) throws IOException;

  /**
   * @param targets where numbers are asked for
   */
  StepSummary splits(CompleteRun structures, CompleteRun pristine, Optional<CompleteRun> targets)
      throws IOException;

  /** The images of the training crystals that the network is shown. */
  StepSummary views(CompleteRun structures, CompleteRun splits) throws IOException;

  /**
   * Trained weights.
   *
   * @param pristine of which the test side is watched
   * @param targets where numbers are asked for
   * @param listener called about a dozen times
   */
  StepSummary train(
      CompleteRun views,
      CompleteRun pristine,
      CompleteRun splits,
      Optional<CompleteRun> targets,
      Consumer<LearningCurve.Point> listener)
      throws IOException;

  /** Descriptors of damaged training crystals, by which a model tells known from unknown. */
  StepSummary damaged(CompleteRun structures, CompleteRun splits) throws IOException;

  /** The model: weights with their gate. */
  StepSummary calibrate(
      CompleteRun weights, CompleteRun pristine, CompleteRun damaged, CompleteRun splits)
      throws IOException;

  /** Descriptors of every variant that counts. */
  StepSummary variants(CompleteRun structures, CompleteRun splits) throws IOException;

  /** The symmetry finder's answers for the same variants. */
  StepSummary baseline(CompleteRun structures, CompleteRun splits) throws IOException;

  /**
   * The model's answers for the variants.
   *
   * @param targets true numbers, where numbers are asked for
   */
  StepSummary predict(
      CompleteRun variants, CompleteRun model, CompleteRun splits, Optional<CompleteRun> targets)
      throws IOException;

  /** The same variants, of which nothing is told but their atoms and their supercell. */
  StepSummary unknownVariants(CompleteRun structures, CompleteRun splits) throws IOException;

  /** The model's answers for them. */
  StepSummary predictUnknown(
      CompleteRun variants, CompleteRun model, CompleteRun splits, Optional<CompleteRun> targets)
      throws IOException;

  /** Descriptors of what was read, with the atoms it has. */
  StepSummary real(CompleteRun ingested) throws IOException;

  /** The model's answers for them. */
  StepSummary predictReal(CompleteRun fingerprints, CompleteRun model) throws IOException;
}
