package org.laue.spark;

import org.laue.learning.training.ScalarTask;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link TargetsStep} looks up and where it writes.
 *
 * @param structures run of structures
 * @param task whose numbers they are
 * @param output directory of the study; the table goes to {@code <output>/targets}
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record TargetSettings(
    CompleteRun structures, ScalarTask task, String output, int partitions) {

  public TargetSettings {
    structures.require(TableSchemas.STRUCTURES);
  }
}
