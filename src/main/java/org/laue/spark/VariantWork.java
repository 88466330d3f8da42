package org.laue.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.laue.Kernel;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.defects.Seeds;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.TableReader;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.StructureRow;
import org.laue.tables.rows.TableSchemas;
import org.laue.tables.runs.CompleteRun;
import org.laue.tables.runs.PartOutput;

/** Walks through the variants of a part's structures; what becomes of each, subclasses say. */
abstract class VariantWork implements PartWork {
  private static final long serialVersionUID = 1L;
  private static final TableSchema COLUMNS =
      TableSchemas.STRUCTURES.select(
          "structure_id", "source", "position", "label", "lattice", "atomic_numbers", "fractional");

  private final ArrayList<RowRange> ranges;
  private final SupercellSettings supercell;
  private final ArrayList<DefectSpec> defects;
  private final int replicates;
  private final long studySeed;
  private final boolean asGiven;
  private final boolean unknownOrigin;
  private final boolean onlyLabelled;
  private final OneSide side;

  VariantWork(VariantSettings settings, CompleteRun structures, OneSide side, int variantsPerPart) {
    this.ranges =
        RowRange.split(structures, Math.max(1, variantsPerPart / settings.perStructure()));
    this.supercell = settings.supercell();
    this.defects = new ArrayList<>(settings.defects());
    this.replicates = settings.replicates();
    this.studySeed = settings.seed();
    this.asGiven = settings.asGiven();
    this.unknownOrigin = settings.unknownOrigin();
    this.onlyLabelled = settings.onlyLabelled();
    this.side = side;
  }

  final int parts() {
    return ranges.size();
  }

  /** What is to be known of a variant. */
  abstract List<TableRow> rows(Variant variant);

  @Override
  public final void write(int part, PartOutput out, Configuration hadoop, LongConsumer progress)
      throws IOException {
    RowRange range = ranges.get(part);
    VariantCells cells = new VariantCells(supercell, asGiven);
    StructureLimit limit = StructureLimit.of(hadoop);
    Predicate<String> chosen = side.ids(hadoop);
    try (TableReader reader = new TableReader(hadoop, COLUMNS, range.files())) {
      reader.skip(range.first());
      for (long i = 0; i < range.count(); i++) {
        TableRow row = reader.read();
        if (!chosen.test(row.text("structure_id"))) {
          out.count("on the other side of the split", 1);
        } else if (row.text("label") == null && onlyLabelled) {
          out.count("unlabelled", 1);
        } else {
          out.count("in", 1);
          writeAll(row, cells, limit, out);
        }
        progress.accept(1);
      }
    }
  }

  private void writeAll(TableRow row, VariantCells cells, StructureLimit limit, PartOutput out)
      throws IOException {
    Crystal structure = StructureRow.crystal(row);
    for (DefectSpec defect : defects) {
      int count = defect.steps().isEmpty() ? 1 : replicates;
      for (int i = 0; i < count; i++) {
        int replicate = i;
        List<TableRow> rows = List.of();
        try {
          rows = limit.within(() -> rows(variant(row, structure, defect, replicate, cells)));
        } catch (UserException e) {
          limit.countIfOver(e, out);
          reject(row, defect, replicate, e.getMessage(), out);
        } catch (RuntimeException e) {
          reject(row, defect, replicate, Failures.ours(e, row), out);
        }
        for (TableRow made : rows) {
          out.write(made);
        }
      }
    }
  }

  private static void reject(
      TableRow row, DefectSpec defect, int replicate, String reason, PartOutput out)
      throws IOException {
    out.reject(
        row.text("source"),
        row.integer("position"),
        defect.canonical() + ", replicate " + replicate + ": " + reason);
  }

  private Variant variant(
      TableRow row, Crystal structure, DefectSpec defect, int replicate, VariantCells cells) {
    String id = row.text("structure_id");
    long seed = Seeds.of(studySeed, id, defect, replicate);
    Crystal crystal = Kernel.STRUCTURES.time(() -> cells.of(structure, defect, seed));
    boolean built = !unknownOrigin && !cells.isAsGiven(defect);
    return new Variant(id, defect, replicate, seed, row.text("label"), crystal, built);
  }
}
