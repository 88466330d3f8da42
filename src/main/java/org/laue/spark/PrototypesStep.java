package org.laue.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.laue.Kernel;
import org.laue.prototypes.PrototypeCrystal;
import org.laue.prototypes.PrototypePlan;
import org.laue.prototypes.PrototypeSettings;
import org.laue.prototypes.Prototypes;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.runs.PartOutput;
import org.laue.tables.runs.StepSummary;

/** The embedded set as structures, each label confirmed by the symmetry finder. */
public final class PrototypesStep {
  private static final String NAME = "prototypes";
  private static final int CRYSTALS_PER_PART = 1000;

  private final LaueSession session;

  public PrototypesStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes {@code <output>/structures}; crystals with another symmetry go to its rejects.
   *
   * @param output directory of the study
   * @param partitions Spark partitions, 0 = one per part; it never changes a row
   */
  public StepSummary run(PrototypeSettings settings, String output, int partitions)
      throws IOException {
    int size = Prototypes.plan(settings).size();
    int parts = (size + CRYSTALS_PER_PART - 1) / CRYSTALS_PER_PART;
    return new StructureTable(session, output, partitions)
        .write(
            Versions.provenance(session, NAME, settings.toMap(), Map.of()),
            () ->
                new StructureTable.Finding(
                    new TableRun.Plan(parts, partitions, size, "crystals built"),
                    "",
                    part -> new Build(settings)),
            new ConfirmedLabels(settings.proportions().scheme()));
  }

  private record Build(PrototypeSettings settings) implements PartWork {

    @Override
    public void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
        throws IOException {
      List<PrototypePlan> plans = Prototypes.plan(settings);
      int end = Math.min(plans.size(), (part + 1) * CRYSTALS_PER_PART);
      for (PrototypePlan plan : plans.subList(part * CRYSTALS_PER_PART, end)) {
        out.write(StagedRows.stage(row(plan), 0));
        out.count("in", 1);
        progress.accept(1);
      }
    }

    private static StructureRow row(PrototypePlan plan) {
      PrototypeCrystal built = Kernel.STRUCTURES.time(plan::build);
      Map<String, String> parameters = new TreeMap<>();
      built.parameters().forEach((name, value) -> parameters.put(name, value.toString()));
      return StructureRow.unlabelled(
              NAME, plan.index() + 1, plan.name(), built.crystal(), parameters)
          .withExpected(built.spaceGroup())
          .withPrototype(new StructureRow.Prototype(built.prototype(), built.region()));
    }
  }
}
