package org.laue.spark;

import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link CalibrateStep} makes a model of.
 *
 * @param weights run of trained weights
 * @param pristine run of the pristine structures' descriptors
 * @param broken run of the descriptors of defective variants of training structures
 * @param splits run of splits
 * @param split column of the splits, {@code honest} or {@code random}
 * @param output directory of the study; the model goes to {@code <output>/model}
 */
public record CalibrateSettings(
    CompleteRun weights,
    CompleteRun pristine,
    CompleteRun broken,
    CompleteRun splits,
    String split,
    String output) {

  public CalibrateSettings {
    weights.require(FilesRun.WEIGHTS);
    broken.require(pristine.kind());
    splits.require(TableSchemas.SPLITS);
  }
}
