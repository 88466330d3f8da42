package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.laue.defects.DefectKind;
import org.laue.descriptors.pointcloud.PointCloudPng;
import org.laue.evaluation.Condition;
import org.laue.learning.training.Example;
import org.laue.learning.training.TrainedNetwork;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** A dozen clouds to look at, with the points that decide what the network says of them. */
public final class CriticalPoints {
  private static final int SHOWN = 12;
  private static final String ID = "structure_id";

  private final LaueSession session;
  private final TrainedNetwork network;

  public CriticalPoints(LaueSession session, TrainedNetwork network) {
    this.session = session;
    this.network = network;
  }

  /** Crystals that are whole, of each class the same number, those with the lowest ids. */
  public List<Examples.Example> of(
      CompleteRun structures, CompleteRun clouds, CompleteRun predictions) throws IOException {
    List<Row> answers = chosen(predictions);
    Object[] ids = answers.stream().map(row -> row.getString(0)).toArray();
    Map<String, String> formulas = new HashMap<>();
    Frames.read(session, structures, TableSchemas.STRUCTURES)
        .filter(col(ID).isin(ids))
        .select(ID, "formula")
        .collectAsList()
        .forEach(row -> formulas.put(row.getString(0), row.getString(1)));
    Map<String, Row> seen = new HashMap<>();
    Frames.read(session, clouds, TableSchemas.POINT_CLOUDS)
        .filter(col(ID).isin(ids))
        .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
        .select(ID, "seed", "point_count", "points", "shape")
        .collectAsList()
        .forEach(row -> seen.put(row.getString(0), row));
    List<Examples.Example> examples = new ArrayList<>();
    for (Row answer : answers) {
      examples.add(
          example(answer, formulas.get(answer.getString(0)), seen.get(answer.getString(0))));
    }
    return examples;
  }

  private List<Row> chosen(CompleteRun predictions) throws IOException {
    List<Row> answers =
        new ArrayList<>(
            Frames.read(session, predictions, TableSchemas.PREDICTIONS)
                .filter(col("defect").equalTo(DefectKind.PRISTINE.label()))
                .filter(col("label").isNotNull())
                .select(ID, "label", "predicted", "probabilities")
                .withColumn("rank", row_number().over(Window.partitionBy("label").orderBy(ID)))
                .filter(col("rank").leq(SHOWN))
                .collectAsList());
    Comparator<Row> byRank = Comparator.comparingInt(row -> row.getInt(4));
    answers.sort(byRank.thenComparing(row -> row.getString(1)));
    return answers.subList(0, Math.min(SHOWN, answers.size()));
  }

  private Examples.Example example(Row answer, String formula, Row cloud) throws IOException {
    List<Float> probabilities = answer.getList(3);
    return new Examples.Example(
        answer.getString(1),
        Condition.PRISTINE,
        formula,
        answer.getString(2),
        probabilities.stream().mapToDouble(Float::doubleValue).max().orElse(Double.NaN),
        png(cloud),
        Optional.empty());
  }

  private byte[] png(Row cloud) throws IOException {
    List<Float> boxed = cloud.getList(3);
    float[] points = new float[boxed.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = boxed.get(i);
    }
    int width = (Integer) cloud.getList(4).get(1);
    int[] deciding = network.deciding(Example.shown(points, cloud.getLong(1)));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(PointCloudPng.image(points, width, cloud.getInt(2), deciding), "png", png);
    return png.toByteArray();
  }
}
