package org.laue.spark;

import java.util.Optional;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/**
 * What {@link PredictStep} asks a model about and where it writes.
 *
 * @param described run of what a descriptor made
 * @param model run of the model
 * @param truth the true numbers, where they are known and numbers are asked for
 * @param output directory of the study; the table goes into it
 * @param partitions Spark partitions, 0 = one per part; it never changes a row
 */
public record PredictSettings(
    CompleteRun described,
    CompleteRun model,
    Optional<Truth> truth,
    String output,
    int partitions) {

  /**
   * The true numbers of structures and where these stand.
   *
   * @param targets run of the numbers
   * @param splits run of splits
   * @param split {@code honest} or {@code random}
   */
  public record Truth(CompleteRun targets, CompleteRun splits, String split) {
    public Truth {
      targets.require(TableSchemas.TARGETS);
      splits.require(TableSchemas.SPLITS);
    }
  }

  public PredictSettings {
    DescriptorTable.of(described);
    model.require(FilesRun.MODEL);
  }

  public static PredictSettings of(CompleteRun described, CompleteRun model, String output) {
    return new PredictSettings(described, model, Optional.empty(), output, 0);
  }

  public PredictSettings withPartitions(int count) {
    return new PredictSettings(described, model, truth, output, count);
  }

  public PredictSettings withTruth(Optional<Truth> known) {
    return new PredictSettings(described, model, known, output, partitions);
  }
}
