package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.laue.learning.training.ScalarTask;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.Quantities;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/**
 * The true numbers of structures that a task asks for; structures that lack one are left out and
 * counted.
 */
public final class TargetsStep {
  private static final String NAME = "targets";
  private static final int STRUCTURES_PER_PART = 50_000;

  private final LaueSession session;

  public TargetsStep(LaueSession session) {
    this.session = session;
  }

  /** Writes {@code <output>/targets}. */
  public StepSummary run(TargetSettings settings) throws IOException {
    List<String> names = settings.task().numberColumns();
    String asked =
        settings.task().scalars().stream()
            .map(ScalarTask.Scalar::toString)
            .collect(Collectors.joining("; "));
    Provenance provenance =
        Versions.provenance(
            session,
            NAME,
            Map.of("task.numbers", asked),
            Map.of("structures", settings.structures().contentHash()));
    ArrayList<RowRange> ranges = RowRange.split(settings.structures(), STRUCTURES_PER_PART);
    ArrayList<String> columns = new ArrayList<>(names);
    TableRun.Plan plan =
        new TableRun.Plan(
            ranges.size(),
            settings.partitions(),
            settings.structures().manifest().rows(),
            "structures");
    return new TableRun(session, settings.output(), TableSchemas.TARGETS, provenance)
        .reading(List.of(settings.structures()))
        .run(
            plan,
            (part, out, hadoop, progress) ->
                write(ranges.get(part), columns, out, hadoop, progress));
  }

  private static void write(
      RowRange range,
      List<String> names,
      PartOutput out,
      Configuration hadoop,
      LongConsumer progress)
      throws IOException {
    try (TableReader reader = new TableReader(hadoop, TableSchemas.STRUCTURES, range.files())) {
      reader.skip(range.first());
      for (long i = 0; i < range.count(); i++) {
        write(StructureRow.of(reader.read()), names, out);
        progress.accept(1);
      }
    }
  }

  private static void write(StructureRow structure, List<String> names, PartOutput out)
      throws IOException {
    double[] numbers = new double[names.size()];
    out.count("in", 1);
    for (int i = 0; i < numbers.length; i++) {
      OptionalDouble number = Quantities.of(structure, names.get(i));
      if (number.isEmpty()) {
        out.count("without " + names.get(i), 1);
        return;
      }
      numbers[i] = number.getAsDouble();
    }
    out.write(TableRow.of(TableSchemas.TARGETS, structure.structureId(), numbers));
  }
}
