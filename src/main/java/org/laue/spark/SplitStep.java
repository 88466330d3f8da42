package org.laue.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Divides labelled structures into training and test set, in the paper's way and honestly. */
public final class SplitStep {
  private static final String NAME = "split";

  private final LaueSession session;

  public SplitStep(LaueSession session) {
    this.session = session;
  }

  /** Writes {@code <output>/splits}: a row for each labelled structure. */
  public StepSummary run(SplitSettings settings) throws IOException {
    Map<String, String> inputs = new TreeMap<>();
    settings.inputs().forEach((name, run) -> inputs.put(name, run.contentHash()));
    Provenance provenance = Versions.provenance(session, NAME, settings.toMap(), inputs);
    TableRun table =
        new TableRun(session, settings.output(), TableSchemas.SPLITS, provenance)
            .reading(List.copyOf(settings.inputs().values()));
    TableRun.Plan plan =
        new TableRun.Plan(1, 1, settings.structures().manifest().rows(), "structures");
    return table.run(
        plan,
        (missing, progress) -> {
          Dataset<Row> splits = new SplitFrames(session, settings).rows().persist();
          Map<String, Long> distinct = distinctImages(splits);
          PartTask writing =
              table
                  .task(null, progress)
                  .doing(
                      (part, out, hadoop, done) ->
                          write(splits.toLocalIterator(), distinct, out, done));
          String marker = writing.call(0);
          splits.unpersist();
          return List.of(marker);
        });
  }

  /** Distinct images of each class, where they are known: what a random split can measure. */
  private static Map<String, Long> distinctImages(Dataset<Row> splits) {
    return splits
        .filter(col("signature").isNotNull())
        .groupBy("label")
        .agg(countDistinct("signature"))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> "distinct images of " + row.getString(0), row -> row.getLong(1)));
  }

  private static void write(
      Iterator<Row> splits, Map<String, Long> distinct, PartOutput out, LongConsumer done)
      throws IOException {
    distinct.forEach(out::count);
    while (splits.hasNext()) {
      TableRow row = SparkRows.toTableRow(splits.next(), TableSchemas.SPLITS);
      out.count("in", 1);
      out.count("random " + row.text("random"), 1);
      out.count("honest " + row.text("honest"), 1);
      out.write(row);
      done.accept(1);
    }
  }
}
