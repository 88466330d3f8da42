package org.laue.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/**
 * Writes the table of structures in two passes: crystals are staged as they are found, then each is
 * kept once (the first by source and position), labelled and written in the order of its id.
 */
final class StructureTable {
  private static final int ROWS_PER_PART = 1000;

  private final LaueSession session;
  private final String output;
  private final int partitions;

  StructureTable(LaueSession session, String output, int partitions) {
    this.session = session;
    this.output = output;
    this.partitions = partitions;
  }

  /**
   * The first pass.
   *
   * @param division what tells one division of the same crystals into parts from another
   * @param work of each part
   */
  record Finding(TableRun.Plan plan, String division, IntFunction<PartWork> work) {}

  /** Plans the first pass, which may cost something. */
  @FunctionalInterface
  interface Planning {
    Finding plan() throws IOException;
  }

  StepSummary write(Provenance provenance, Planning planning, StructureLabels labels)
      throws IOException {
    TableRun table = new TableRun(session, output, TableSchemas.STRUCTURES, provenance);
    if (table.isComplete()) {
      return table.taken();
    }
    long start = System.nanoTime();
    Finding finding = planning.plan();
    TableRun staging =
        new TableRun(session, output, StagedRows.SCHEMA, stageOf(provenance, finding.division()));
    staging.runEach(finding.plan(), finding.work());
    StepSummary summary = keepOnce(table, staging.complete(), labels);
    staging.delete();
    return summary.since(start);
  }

  private static Provenance stageOf(Provenance provenance, String division) {
    Map<String, String> configuration = new TreeMap<>(provenance.configuration());
    configuration.put("stage", "as found");
    configuration.put("division", division);
    return new Provenance(
        provenance.step(),
        provenance.code(),
        configuration,
        provenance.inputs(),
        provenance.versions());
  }

  private StepSummary keepOnce(TableRun table, CompleteRun staged, StructureLabels labels)
      throws IOException {
    long rows = staged.manifest().rows();
    int dataParts = (int) Math.max(1, (rows + ROWS_PER_PART - 1) / ROWS_PER_PART);
    // The last part takes over what the first pass refused.
    TableRun.Plan plan = new TableRun.Plan(dataParts + 1, partitions, rows, "structures labelled");
    return table.run(
        plan,
        (missing, progress) -> {
          List<String> markers = new ArrayList<>();
          if (missing.contains(dataParts)) {
            markers.add(table.task(new StagedRejects(staged), progress).call(dataParts));
          }
          List<Integer> data = missing.stream().filter(part -> part < dataParts).toList();
          PartTask task = table.task(null, progress);
          markers.addAll(
              inParts(staged, dataParts, data)
                  .mapPartitions(new RowsByPart(task, labels), Encoders.STRING())
                  .collectAsList());
          return markers;
        });
  }

  /** Rows of the missing parts, each part whole within one partition and in order. */
  private Dataset<Row> inParts(CompleteRun staged, int parts, List<Integer> missing)
      throws IOException {
    Dataset<Row> wanted =
        session.spark().createDataset(missing, Encoders.INT()).toDF(RowsByPart.PART);
    int slices = partitions > 0 ? partitions : Math.max(1, missing.size());
    return Frames.read(session, staged, StagedRows.SCHEMA)
        .withColumn(
            RowsByPart.PART,
            pmod(conv(substring(col("structure_id"), 1, 8), 16, 10).cast("long"), lit(parts))
                .cast("int"))
        .join(broadcast(wanted), RowsByPart.PART)
        .select(RowsByPart.columns())
        .repartition(slices, col(RowsByPart.PART))
        .sortWithinPartitions(
            RowsByPart.PART, "structure_id", StagedRows.SOURCE_INDEX, "source", "position");
  }
}
