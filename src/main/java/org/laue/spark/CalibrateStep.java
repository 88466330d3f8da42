package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.CrystalModel;
import org.laue.learning.TrainedWeights;
import org.laue.learning.training.Example;
import org.laue.tables.Hashes;
import org.laue.tables.rows.Splits;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/**
 * Makes a model of trained weights: teaches its novelty gate how far broken crystals of the
 * training set lie from whole ones. Another gate makes another model, and predictions know which
 * model they are of.
 */
public final class CalibrateStep {
  private static final String NAME = "calibrate";
  private static final int IMAGES = 2048;

  private final LaueSession session;

  public CalibrateStep(LaueSession session) {
    this.session = session;
  }

  /** Writes the run {@code <output>/model/run=...}. */
  public StepSummary run(CalibrateSettings settings) throws IOException {
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            Map.of("split", settings.split(), "images", Integer.toString(IMAGES)),
            Map.of(
                "weights", settings.weights().contentHash(),
                "pristine", settings.pristine().contentHash(),
                "broken", settings.broken().contentHash(),
                "splits", settings.splits().contentHash()));
    return new FilesRun(session, settings.output(), FilesRun.MODEL, provenance)
        .reading(List.of(settings.weights()))
        .run(
            files -> {
              DescriptorTable table = DescriptorTable.of(settings.pristine());
              List<Example> whole = things(pristine(settings), table);
              List<Example> damaged =
                  things(Frames.read(session, settings.broken(), table.schema()), table);
              CrystalModel model = weights(settings.weights()).calibratedOn(whole, damaged);
              model.save(files);
              return new FilesRun.Made(
                  model.description(),
                  Map.of("in", (long) whole.size() + damaged.size(), "out", 1L));
            });
  }

  private TrainedWeights weights(CompleteRun run) throws IOException {
    return TrainedWeights.load(HadoopModelFiles.at(session.hadoop(), run.path().toString()));
  }

  private Dataset<Row> pristine(CalibrateSettings settings) throws IOException {
    return Frames.describedWithSplit(
            session, settings.pristine(), settings.splits(), settings.split())
        .filter(col("split").equalTo(Splits.TRAIN));
  }

  /** The first in order of their keys; of the others no value leaves its file. */
  private static List<Example> things(Dataset<Row> rows, DescriptorTable table) {
    Column key = concat_ws("|", col("structure_id"), col("defect"), col("replicate"));
    List<Row> first =
        rows.select(col("structure_id"), col("defect"), col("replicate"), key)
            .orderBy("structure_id", "defect", "replicate")
            .limit(IMAGES)
            .collectAsList();
    if (first.isEmpty()) {
      return List.of();
    }
    String last = first.get(first.size() - 1).getString(0);
    Map<String, float[]> values =
        Frames.values(rows.filter(col("structure_id").leq(last)), key, table.values())
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(KeyedValues::getKey, KeyedValues::getValues));
    return first.stream()
        .map(row -> row.getString(3))
        .map(name -> Example.shown(values.get(name), Hashes.mix(0, name)))
        .toList();
  }
}
