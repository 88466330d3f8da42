package org.laue.spark;

import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link PredictStep} classifies and where it writes.
 *
 * @param fingerprints run of fingerprints
 * @param model run of the model
 * @param output directory of the study; the table goes to {@code <output>/predictions}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record PredictSettings(
    CompleteRun fingerprints, CompleteRun model, String output, int partitions) {

  public PredictSettings {
    fingerprints.require(TableSchemas.FINGERPRINTS);
    model.require(FilesRun.MODEL);
  }

  public static PredictSettings of(CompleteRun fingerprints, CompleteRun model, String output) {
    return new PredictSettings(fingerprints, model, output, 0);
  }

  public PredictSettings withPartitions(int count) {
    return new PredictSettings(fingerprints, model, output, count);
  }
}
