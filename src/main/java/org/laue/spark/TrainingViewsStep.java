package org.laue.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.Splits;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/**
 * What the network learns from: pristine crystals of the training side, each as often as it shall
 * be shown, images at length scales, cell corners, faces and backgrounds that differ. No atom is
 * missing or moved.
 */
public final class TrainingViewsStep {
  private static final String NAME = "views";

  /** About 50 MB of pixels: seconds of work. */
  private static final int VIEWS_PER_PART = 1024;

  private final LaueSession session;

  public TrainingViewsStep(LaueSession session) {
    this.session = session;
  }

  /** Writes the descriptor's table below the output; the replicate is the number of the view. */
  public StepSummary run(TrainingViewSettings settings) throws IOException {
    CompleteRun structures = settings.structures();
    OneSide train =
        OneSide.of(new VariantSettings.Side(settings.splits(), settings.split(), Splits.TRAIN));
    Provenance provenance =
        Versions.provenance(session, NAME, settings.toMap(), train.inputs(structures));
    Views work = new Views(settings, structures, train, viewsByLabel(settings));
    TableRun.Plan plan =
        new TableRun.Plan(
            work.ranges.size(), settings.partitions(), structures.manifest().rows(), "structures");
    return new TableRun(session, settings.output(), work.table.schema(), provenance)
        .reading(List.of(structures, settings.splits()))
        .run(plan, work);
  }

  private HashMap<String, Integer> viewsByLabel(TrainingViewSettings settings) throws IOException {
    HashMap<String, Long> counts = new HashMap<>();
    Frames.read(session, settings.splits(), TableSchemas.SPLITS)
        .filter(col(settings.split()).equalTo(Splits.TRAIN))
        .groupBy("label")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    HashMap<String, Integer> views = new HashMap<>();
    counts.forEach((label, count) -> views.put(label, settings.views(count, total)));
    return views;
  }

  private static final class Views implements PartWork {
    private static final long serialVersionUID = 1L;
    private static final TableSchema COLUMNS =
        TableSchemas.STRUCTURES.select("structure_id", "lattice", "atomic_numbers", "fractional");

    private final ArrayList<RowRange> ranges;
    private final DescriptorTable table;
    private final OneSide train;
    private final HashMap<String, Integer> views;
    private final long seed;
    private final ViewDrawing drawing;

    Views(
        TrainingViewSettings settings,
        CompleteRun structures,
        OneSide train,
        HashMap<String, Integer> views) {
      this.ranges = RowRange.split(structures, Math.max(1, VIEWS_PER_PART / settings.views()));
      this.table = DescriptorTable.of(settings.descriptor());
      this.train = train;
      this.views = views;
      this.seed = settings.seed();
      this.drawing = settings.drawing();
    }

    @Override
    public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
        throws IOException {
      RowRange range = ranges.get(part);
      Map<String, String> labels = train.labels(hadoop);
      try (TableReader reader = new TableReader(hadoop, COLUMNS, range.files())) {
        reader.skip(range.first());
        for (long i = 0; i < range.count(); i++) {
          TableRow row = reader.read();
          String label = labels.get(row.text("structure_id"));
          if (label != null) {
            out.count("in", 1);
            table.views(StructureRow.crystal(row), views(row, label), drawing, out::write);
          }
          progress.accept(1);
        }
      }
    }

    private List<Variant> views(TableRow row, String label) {
      String id = row.text("structure_id");
      return IntStream.range(0, views.get(label))
          .mapToObj(
              view -> Variant.view(id, view, Seeds.of(seed, id, DefectSpec.PRISTINE, view), label))
          .toList();
    }
  }
}
