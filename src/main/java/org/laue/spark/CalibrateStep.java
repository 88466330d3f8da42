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
import org.laue.CpuTime;
import org.laue.api.HadoopModelFiles;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelFiles;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.TableSchemas;

/**
 * Teaches a model's novelty gate how far broken crystals of the training set lie from whole ones.
 */
public final class CalibrateStep {
  private static final String NAME = "calibrate";
  private static final int IMAGES = 2048;

  private final LaueSession session;

  public CalibrateStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Saves the model again with its gate.
   *
   * @param pristine fingerprints the model was trained on
   * @param broken fingerprints of defective variants of training structures
   */
  public StepSummary run(String model, String pristine, String broken, String splits, String split)
      throws IOException {
    long start = System.nanoTime();
    ModelFiles files = HadoopModelFiles.at(session.hadoop(), model);
    float[][] whole =
        images(
            Frames.fingerprintsWithSplit(session, pristine, splits, split)
                .filter(col("split").equalTo(Splits.TRAIN)));
    float[][] damaged = images(Frames.read(session, broken, TableSchemas.FINGERPRINTS));
    CrystalModel.load(files).withNoveltyCalibratedOn(whole, damaged).save(files);
    Map<String, Long> counts = Map.of("in", (long) whole.length + damaged.length, "out", 1L);
    return new StepSummary(NAME, model, counts, 0, CpuTime.NONE, 0).since(start);
  }

  /** The first images in order of their keys; of the others no pixel leaves its file. */
  private static float[][] images(Dataset<Row> rows) {
    Column key = concat_ws("|", col("structure_id"), col("defect"), col("replicate"));
    List<Row> first =
        rows.select(col("structure_id"), col("defect"), col("replicate"), key)
            .orderBy("structure_id", "defect", "replicate")
            .limit(IMAGES)
            .collectAsList();
    if (first.isEmpty()) {
      return new float[0][];
    }
    String last = first.get(first.size() - 1).getString(0);
    Map<String, float[]> pixels =
        Frames.images(rows.filter(col("structure_id").leq(last)), key).collectAsList().stream()
            .collect(Collectors.toMap(KeyedImage::getKey, KeyedImage::getPixels));
    return first.stream().map(row -> pixels.get(row.getString(3))).toArray(float[][]::new);
  }
}
