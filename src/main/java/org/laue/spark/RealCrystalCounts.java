package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** Counts about crystals that were read from files, by file. */
public final class RealCrystalCounts {
  /** The file's name alone. */
  private static final Column FILE =
      regexp_extract(col("source"), "([^/]+?)(\\.gz)?$", 1).as("file");

  private final LaueSession session;
  private final CompleteRun structures;

  /**
   * @param structures run of what was ingested
   */
  public RealCrystalCounts(LaueSession session, CompleteRun structures) {
    this.session = session;
    this.structures = structures;
  }

  /** How often crystals of one space group are given one class. */
  public record Answer(String file, int spaceGroup, String label, String predicted, long n) {}

  /** How often the file's space group meets ours; null means none found. */
  public record LabelPair(String file, int stated, Integer found, long n) {}

  /** Inputs that one step refused for the same reason. */
  public record Refusal(String file, String step, String reason, long n) {}

  /** By file, space group and predicted class; crystals outside the eight groups are left out. */
  public List<Answer> answers(CompleteRun predictions) throws IOException {
    return answers(predictions, "space_group", "label");
  }

  /** The same by the space group that the file states, which broken crystals keep. */
  public List<Answer> answersByStated(CompleteRun predictions) throws IOException {
    return answers(predictions, "expected_space_group", "expected_label");
  }

  private List<Answer> answers(CompleteRun predictions, String group, String label)
      throws IOException {
    return structures()
        .join(
            Frames.read(session, predictions, TableSchemas.PREDICTIONS)
                .select("structure_id", "predicted"),
            "structure_id")
        .filter(col(label).isNotNull())
        .groupBy(FILE, col(group), col(label), col("predicted"))
        .agg(count(lit(1)).as("n"))
        .orderBy("file", group, "predicted")
        .collectAsList()
        .stream()
        .map(
            r ->
                new Answer(
                    r.getString(0), r.getInt(1), r.getString(2), r.getString(3), r.getLong(4)))
        .toList();
  }

  /** By file, stated and found space group. */
  public List<LabelPair> labels() throws IOException {
    return structures()
        .filter(col("expected_space_group").isNotNull())
        .groupBy(FILE, col("expected_space_group"), col("space_group"))
        .agg(count(lit(1)).as("n"))
        .orderBy(col("file"), col("n").desc(), col("expected_space_group"), col("space_group"))
        .collectAsList()
        .stream()
        .map(
            r ->
                new LabelPair(
                    r.getString(0), r.getInt(1), r.isNullAt(2) ? null : r.getInt(2), r.getLong(3)))
        .toList();
  }

  /** Rejects of some runs, numbers in the reasons not told apart. */
  public List<Refusal> refusals(List<CompleteRun> runs) throws IOException {
    Dataset<Row> all = null;
    session.check(runs);
    for (CompleteRun run : runs) {
      Dataset<Row> rejects = rejects(run);
      all = all == null ? rejects : all.union(rejects);
    }
    Column reason =
        org.apache.spark.sql.functions.regexp_replace(col("reason"), "[0-9]+(\\.[0-9]+)?", "#");
    return all
        .groupBy(FILE, col("step"), reason.as("kind"))
        .agg(count(lit(1)).as("n"), org.apache.spark.sql.functions.first("reason").as("reason"))
        .orderBy(col("file"), col("n").desc(), col("kind"))
        .collectAsList()
        .stream()
        .map(
            r ->
                new Refusal(
                    r.getString(0),
                    r.getString(1),
                    r.getLong(3) == 1 ? r.getAs("reason") : r.getString(2),
                    r.getLong(3)))
        .toList();
  }

  private Dataset<Row> rejects(CompleteRun run) {
    TableSchema schema = TableSchemas.REJECTS;
    if (run.rejectFiles().isEmpty()) {
      return session.spark().createDataFrame(List.of(), Frames.structType(schema));
    }
    return session
        .spark()
        .read()
        .schema(Frames.structType(schema))
        .parquet(run.rejectFiles().stream().map(Object::toString).toArray(String[]::new));
  }

  private Dataset<Row> structures() throws IOException {
    return Frames.read(session, structures, TableSchemas.STRUCTURES);
  }
}
