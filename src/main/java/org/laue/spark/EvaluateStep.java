package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.defects.DefectKind;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.ConfusionMatrix;
import org.laue.evaluation.Method;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Predictions and baselines to accuracies and confusions: counted by Spark, kept as numbers. */
public final class EvaluateStep {
  private static final String[] CONDITION = {"defect_kind", "level", "defect"};

  private final LaueSession session;
  private final EvaluationSettings settings;

  public EvaluateStep(LaueSession session, EvaluationSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** Accuracy of the network and of the baseline by condition and class. */
  public AccuracyTable accuracies() throws IOException {
    AccuracyTable table = new AccuracyTable();
    for (Map.Entry<Method, CompleteRun> road : settings.predictions().entrySet()) {
      for (Row row : counts(chosen(road.getValue(), TableSchemas.PREDICTIONS))) {
        add(table, row, road.getKey());
      }
    }
    for (CompleteRun run : settings.baselines()) {
      for (Row row : counts(chosen(run, TableSchemas.BASELINES), "setting", "compat")) {
        add(table, row, Method.ofSetting(row.getAs("setting"), row.getAs("compat")));
      }
    }
    return table;
  }

  private static void add(AccuracyTable table, Row row, Method method) {
    table.add(condition(row), method, row.getAs("label"), row.<Long>getAs("right"), row.getAs("n"));
  }

  private static List<Row> counts(Dataset<Row> answers, String... more) {
    String[] keys = new String[CONDITION.length - 1 + 1 + more.length];
    System.arraycopy(CONDITION, 1, keys, 0, CONDITION.length - 1);
    keys[CONDITION.length - 1] = "label";
    System.arraycopy(more, 0, keys, CONDITION.length, more.length);
    return answers
        .groupBy(CONDITION[0], keys)
        .agg(sum(when(col("correct"), 1L).otherwise(0L)).as("right"), count(lit(1)).as("n"))
        .collectAsList();
  }

  /** What the network mistakes for what: pristine crystals, and each kind of defect. */
  public SortedMap<String, ConfusionMatrix> confusions() throws IOException {
    SortedMap<String, ConfusionMatrix> confusions = new TreeMap<>();
    for (CompleteRun run : settings.predictions().values()) {
      for (Row row :
          chosen(run, TableSchemas.PREDICTIONS)
              .groupBy("defect_kind", "label", "predicted")
              .count()
              .collectAsList()) {
        confusions
            .computeIfAbsent(
                row.getString(0), kind -> new ConfusionMatrix(settings.classes().labels()))
            .add(row.getString(1), row.getString(2), row.getLong(3));
      }
    }
    return confusions;
  }

  /** Rows of labelled structures on the side of the split that counts. */
  private Dataset<Row> chosen(CompleteRun run, TableSchema schema) throws IOException {
    Dataset<Row> rows = Frames.read(session, run, schema).filter(col("label").isNotNull());
    if (settings.side().isEmpty()) {
      return rows;
    }
    Dataset<Row> side =
        Frames.read(session, settings.splits(), TableSchemas.SPLITS)
            .filter(col(settings.split()).equalTo(settings.side().get()))
            .select("structure_id");
    return rows.join(side, "structure_id");
  }

  /** The row's defect in the terms of Table 1. */
  static Condition condition(Row row) {
    String kind = row.getAs("defect_kind");
    String defect = row.getAs("defect");
    double level = row.getAs("level");
    if (kind.equals(DefectKind.SUBSTITUTION.label())) {
      return new Condition(kind, level, defect.substring(defect.lastIndexOf(' ') + 1));
    }
    boolean told = DefectKind.ofLabel(kind).filter(DefectKind::isToldByLevel).isPresent();
    return new Condition(kind, level, told ? "" : defect);
  }
}
