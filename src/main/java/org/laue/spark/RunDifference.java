package org.laue.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.evaluation.Proportion;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;

/** What differs between two runs of one table, counted by Spark. */
public final class RunDifference {
  /** Stands for an empty cell. */
  private static final String NONE = "none";

  /** Cubic angstrom; rows of the lattice are its vectors. */
  private static final String VOLUME_PER_ATOM =
      "abs(lattice[0] * (lattice[4] * lattice[8] - lattice[5] * lattice[7])"
          + " - lattice[1] * (lattice[3] * lattice[8] - lattice[5] * lattice[6])"
          + " + lattice[2] * (lattice[3] * lattice[7] - lattice[4] * lattice[6])) / atom_count";

  private final LaueSession session;

  public RunDifference(LaueSession session) {
    this.session = session;
  }

  /**
   * Rows that are there in one of both only ({@code gone}, {@code added}), and rows of both that
   * say something else ({@code fcc -> bcc}); counts above 0.
   *
   * @param label the column that says what a row is
   */
  public SortedMap<String, Long> rows(
      CompleteRun before, CompleteRun after, TableSchema schema, String label) throws IOException {
    List<Row> pairs =
        side(before, schema, label, "before")
            .join(side(after, schema, label, "after"), columns(schema.key()), "full_outer")
            .groupBy("before", "after")
            .agg(count(lit(1)).as("n"))
            .filter("before IS NULL OR after IS NULL OR before <> after")
            .collectAsList();
    SortedMap<String, Long> rows = new TreeMap<>();
    pairs.forEach(pair -> rows.merge(change(pair), pair.getLong(2), Long::sum));
    return rows;
  }

  private static String change(Row pair) {
    if (pair.isNullAt(1)) {
      return "gone";
    }
    return pair.isNullAt(0) ? "added" : pair.getString(0) + " -> " + pair.getString(1);
  }

  private Dataset<Row> side(CompleteRun run, TableSchema schema, String label, String name)
      throws IOException {
    List<Column> columns = new ArrayList<>(schema.key().stream().map(key -> col(key)).toList());
    columns.add(expr("coalesce(" + label + ", '" + NONE + "')").as(name));
    return Frames.read(session, run, schema).select(columns.toArray(Column[]::new));
  }

  private static scala.collection.Seq<String> columns(List<String> names) {
    return scala.collection.JavaConverters.asScalaBuffer(names).toSeq();
  }

  /** Right answers by defect and level, for instance {@code vacancy 0.25}. */
  public SortedMap<String, Proportion> accuracies(CompleteRun predictions) throws IOException {
    SortedMap<String, Proportion> accuracies = new TreeMap<>();
    List<Row> rows =
        Frames.read(session, predictions, TableSchemas.PREDICTIONS)
            .filter(col("correct").isNotNull())
            .groupBy("defect_kind", "level")
            .agg(sum(col("correct").cast("long")), count(lit(1)))
            .collectAsList();
    for (Row row : rows) {
      accuracies.put(
          row.getString(0) + " " + row.getDouble(1),
          new Proportion(row.getLong(2), row.getLong(3)));
    }
    return accuracies;
  }

  /**
   * What came in.
   *
   * @param labels crystals by class
   * @param elements crystals by element
   * @param means of atoms a cell and of the volume of an atom, cubic angstrom
   */
  public record Inputs(
      Map<String, Long> labels, Map<String, Long> elements, SortedMap<String, Double> means) {}

  public Inputs inputs(CompleteRun structures) throws IOException {
    Dataset<Row> rows = Frames.read(session, structures, TableSchemas.STRUCTURES);
    SortedMap<String, Double> means = new TreeMap<>();
    Row mean = rows.agg(avg("atom_count"), avg(expr(VOLUME_PER_ATOM))).first();
    if (!mean.isNullAt(0)) {
      means.put("atoms a cell", mean.getDouble(0));
      means.put("volume of an atom, A^3", mean.getDouble(1));
    }
    Dataset<Row> elements =
        rows.select(expr("explode(array_distinct(atomic_numbers))").as("element"));
    return new Inputs(
        counts(rows, expr("coalesce(label, '" + NONE + "')")),
        counts(elements, col("element").cast("string")),
        means);
  }

  private static Map<String, Long> counts(Dataset<Row> rows, Column kind) {
    Map<String, Long> counts = new TreeMap<>();
    for (Row row : rows.select(kind.as("kind")).groupBy("kind").count().collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    return counts;
  }

  /** Share of predictions that are further from the training set than the model's border. */
  public Proportion novel(CompleteRun predictions) throws IOException {
    Row row =
        Frames.read(session, predictions, TableSchemas.PREDICTIONS)
            .agg(sum(col("novelty").gt(1).cast("long")), count(lit(1)))
            .first();
    return new Proportion(row.isNullAt(0) ? 0 : row.getLong(0), row.getLong(1));
  }
}
