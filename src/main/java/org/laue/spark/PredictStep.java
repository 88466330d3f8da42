package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.learning.CrystalModel;
import org.laue.learning.ModelDescription;
import org.laue.learning.training.ScalarTask;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Asks a model about everything in a descriptor's table: classes or numbers, as its task is. */
public final class PredictStep {
  private static final String NAME = "predict";

  /** Seconds of work. */
  private static final int THINGS_PER_PART = 1024;

  private final LaueSession session;

  public PredictStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes {@code <output>/predictions}, a row for each thing, or {@code <output>/numbers}, a row
   * for each number of it.
   *
   * @throws org.laue.UserException if the model was trained on another descriptor
   */
  public StepSummary run(PredictSettings settings) throws IOException {
    CompleteRun things = settings.described();
    session.check(List.of(settings.model()));
    String location = settings.model().path().toString();
    String content = settings.model().contentHash();
    CrystalModel model = LoadedModels.load(session.hadoop(), location, content);
    DescriptorTable table = DescriptorTable.of(things);
    requireKnown(table, model.description());
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            Map.of("predict.batch", Integer.toString(PredictWork.BATCH)),
            inputs(settings, content));
    PredictWork work =
        new PredictWork(
            RowRange.split(things, THINGS_PER_PART),
            table,
            location,
            content,
            settings.truth().map(KnownNumbers::of).orElse(KnownNumbers.NONE));
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), things.manifest().rows(), things.kind());
    return new TableRun(session, settings.output(), schema(model), provenance)
        .reading(read(settings))
        .run(plan, work);
  }

  private static TableSchema schema(CrystalModel model) {
    return model.description().task() instanceof ScalarTask
        ? TableSchemas.NUMBERS
        : TableSchemas.PREDICTIONS;
  }

  private static void requireKnown(DescriptorTable table, ModelDescription model) {
    model.requireSame(table.descriptor().withTolerancesOf(model.descriptor()));
  }

  private static Map<String, String> inputs(PredictSettings settings, String model) {
    Map<String, String> inputs = new TreeMap<>();
    inputs.put("described", settings.described().contentHash());
    inputs.put("model", model);
    settings
        .truth()
        .ifPresent(
            truth -> {
              inputs.put("targets", truth.targets().contentHash());
              inputs.put("splits", truth.splits().contentHash() + " " + truth.split());
            });
    return inputs;
  }

  private static List<CompleteRun> read(PredictSettings settings) {
    List<CompleteRun> runs = new ArrayList<>(List.of(settings.described()));
    settings.truth().ifPresent(truth -> runs.addAll(List.of(truth.targets(), truth.splits())));
    return runs;
  }
}
