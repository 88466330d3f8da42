package org.laue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.evaluation.Condition;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** A few fingerprints of each class to look at, with what the network says of them. */
public final class Examples {
  private static final String[] KEY = {"structure_id", "defect", "replicate"};

  private final LaueSession session;

  public Examples(LaueSession session) {
    this.session = session;
  }

  /**
   * One thing that was looked at.
   *
   * @param png picture; of a fingerprint red, green, blue = rotations about x, y, z
   * @param fingerprint absent where it was none
   */
  public record Example(
      String label,
      Condition condition,
      String formula,
      String predicted,
      double probability,
      byte[] png,
      Optional<Fingerprint> fingerprint) {}

  /**
   * One example of each class under each of the given defects, the one with the lowest id.
   *
   * @param defects canonical texts, in the order in which they are shown
   */
  public List<Example> of(
      CompleteRun structures,
      CompleteRun fingerprints,
      CompleteRun predictions,
      List<String> defects)
      throws IOException {
    Dataset<Row> formulas =
        Frames.read(session, structures, TableSchemas.STRUCTURES).select("structure_id", "formula");
    Dataset<Row> answers =
        Frames.read(session, predictions, TableSchemas.PREDICTIONS)
            .select("structure_id", "defect", "replicate", "predicted", "probabilities");
    Dataset<Row> images =
        Frames.read(session, fingerprints, TableSchemas.FINGERPRINTS)
            .filter(col("label").isNotNull())
            .filter(col("defect").isin(defects.toArray()));
    // Ranked by their keys alone: of all other images no pixel is read.
    List<Row> keys =
        images
            .select("structure_id", "defect", "replicate", "label")
            .withColumn(
                "rank",
                row_number()
                    .over(
                        Window.partitionBy("label", "defect").orderBy("structure_id", "replicate")))
            .filter(col("rank").equalTo(1))
            .select(KEY[0], KEY[1], KEY[2])
            .collectAsList();
    Object[] ids = keys.stream().map(row -> row.getString(0)).distinct().toArray();
    Dataset<Row> chosen =
        images
            .filter(col(KEY[0]).isin(ids))
            .join(
                broadcast(
                    session
                        .spark()
                        .createDataFrame(keys, images.select(KEY[0], KEY[1], KEY[2]).schema())),
                KEY);
    List<Example> examples = new ArrayList<>();
    for (Row row :
        chosen.join(answers, KEY).join(formulas, "structure_id").orderBy("label").collectAsList()) {
      examples.add(example(row));
    }
    examples.sort(java.util.Comparator.comparing(Example::label).thenComparing(Example::condition));
    return examples;
  }

  private static Example example(Row row) throws IOException {
    List<Float> probabilities = row.getList(row.fieldIndex("probabilities"));
    Fingerprint fingerprint = fingerprint(row);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    FingerprintPng.write(fingerprint, png);
    return new Example(
        row.getAs("label"),
        EvaluateStep.condition(row),
        row.getAs("formula"),
        row.getAs("predicted"),
        probabilities.stream().mapToDouble(Float::doubleValue).max().orElse(Double.NaN),
        png.toByteArray(),
        Optional.of(fingerprint));
  }

  private static Fingerprint fingerprint(Row row) {
    List<Float> values = row.getList(row.fieldIndex("pixels"));
    float[] pixels = new float[values.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = values.get(i);
    }
    int size = row.<Integer>getList(row.fieldIndex("shape")).get(2);
    return Fingerprint.of(size, pixels);
  }
}
