package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Structures to what a descriptor makes of them: every variant of every structure. */
public final class DescribeStep {
  private static final String NAME = "describe";

  /** For images about 50 MB of pixels: seconds of work. */
  private static final int VARIANTS_PER_PART = 1024;

  private final LaueSession session;

  public DescribeStep(LaueSession session) {
    this.session = session;
  }

  /** Writes the descriptor's table below the output; what cannot be seen goes to its rejects. */
  public StepSummary run(DescribeSettings settings) throws IOException {
    CompleteRun structures = settings.variants().structures();
    DescriptorTable table = DescriptorTable.of(settings.descriptor());
    Map<String, String> configuration = new TreeMap<>(settings.variants().toMap());
    configuration.putAll(table.toMap());
    OneSide side = OneSide.of(settings.variants().side());
    Provenance provenance =
        Versions.provenance(session, NAME, configuration, side.inputs(structures));
    Described work = new Described(settings.variants(), table, structures, side);
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), structures.manifest().rows(), "structures");
    return new TableRun(session, settings.output(), table.schema(), provenance)
        .reading(settings.variants().inputs())
        .run(plan, work);
  }

  private static final class Described extends VariantWork {
    private static final long serialVersionUID = 1L;

    private final DescriptorTable table;

    Described(
        VariantSettings settings, DescriptorTable table, CompleteRun structures, OneSide side) {
      super(settings, structures, side, VARIANTS_PER_PART);
      this.table = table;
    }

    @Override
    List<TableRow> rows(Variant variant) {
      return List.of(table.row(variant));
    }
  }
}
