package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.laue.evaluation.Method;
import org.laue.structure.ClassScheme;
import org.laue.study.BaselineLevel;
import org.laue.symmetry.SpaceGroupNumbers;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.Provenance;
import org.laue.tables.runs.StepSummary;

/** Asks the symmetry finder, the rival of the network, and the parent finder about variants. */
public final class BaselineStep {
  private static final String NAME = "baseline";

  /** Up to 0.2 s an answer, three answers each: seconds to a minute of work. */
  private static final int VARIANTS_PER_PART = 256;

  private final LaueSession session;

  public BaselineStep(LaueSession session) {
    this.session = session;
  }

  /**
   * Writes {@code <output>/baselines}: a row for each variant, setting and rule, and one of the
   * parent finder.
   */
  public StepSummary run(BaselineSettings settings) throws IOException {
    CompleteRun structures = settings.variants().structures();
    Map<String, String> configuration = new TreeMap<>(settings.variants().toMap());
    configuration.put("classes", settings.classes().text());
    configuration.put("baseline.settings", settings.levels().toString());
    configuration.put("baseline.compat", settings.compats().toString());
    configuration.put("baseline.parent-share", Double.toString(settings.parentShare()));
    OneSide side = OneSide.of(settings.variants().side());
    Provenance provenance =
        Versions.provenance(session, NAME, configuration, side.inputs(structures));
    AnsweredVariants work = new AnsweredVariants(settings, structures, side);
    TableRun.Plan plan =
        new TableRun.Plan(
            work.parts(), settings.partitions(), structures.manifest().rows(), "structures");
    return new TableRun(session, settings.output(), TableSchemas.BASELINES, provenance)
        .reading(settings.variants().inputs())
        .run(plan, work);
  }

  private static final class AnsweredVariants extends VariantWork {
    private static final long serialVersionUID = 1L;

    private final ArrayList<BaselineLevel> levels;
    private final ArrayList<SpglibCompat> compats;
    private final ParentQuestion parent;
    private final ClassScheme classes;

    AnsweredVariants(BaselineSettings settings, CompleteRun structures, OneSide side) {
      super(settings.variants(), structures, side, VARIANTS_PER_PART);
      this.levels = new ArrayList<>(settings.levels());
      this.compats = new ArrayList<>(settings.compats());
      this.parent = new ParentQuestion(settings.parentShare());
      this.classes = settings.classes();
    }

    @Override
    List<TableRow> rows(Variant variant) {
      List<TableRow> rows = new ArrayList<>();
      SpaceGroupNumbers numbers = new SpaceGroupNumbers(variant.crystal());
      for (SpglibCompat compat : compats) {
        for (BaselineLevel level : levels) {
          rows.add(row(variant, level.label(), compat, numbers.at(level.tolerance(), compat)));
        }
      }
      if (parent.isAskedOf(variant.structureId())) {
        OptionalInt group = parent.groupOf(variant.crystal());
        rows.add(row(variant, Method.PARENT.key(), SpglibCompat.V2, group));
      }
      return rows;
    }

    private TableRow row(Variant variant, String setting, SpglibCompat compat, OptionalInt group) {
      Integer number = group.isPresent() ? group.getAsInt() : null;
      return variant.row(
          TableSchemas.BASELINES,
          setting,
          compat.name(),
          number,
          classes.label(number, null),
          isRight(variant.label(), number));
    }

    /** Whether the number is one of the class's; null for crystals of no class. */
    private Boolean isRight(String label, Integer number) {
      return label == null
          ? null
          : classes.find(label).stream().anyMatch(c -> c.spaceGroups().contains(number));
    }
  }
}
