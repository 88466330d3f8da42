package org.laue.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.laue.defects.DefectSpec;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;

/**
 * A structure with something done to it.
 *
 * @param label class of the structure, or null
 * @param crystal periodic supercell, or the structure as given
 * @param built whether it is a supercell that we built, in the standard orientation, and may be
 *     taken as it stands
 */
record Variant(
    String structureId,
    DefectSpec defect,
    int replicate,
    long seed,
    String label,
    Crystal crystal,
    boolean built) {

  /** A showing of a pristine crystal. */
  static Variant view(String structureId, int view, long seed, String label) {
    return new Variant(structureId, DefectSpec.PRISTINE, view, seed, label, null, false);
  }

  /** The same, of this crystal. */
  Variant of(Crystal structure) {
    return new Variant(structureId, defect, replicate, seed, label, structure, built);
  }

  /** A row that begins with the variant's own columns. */
  TableRow row(TableSchema schema, Object... more) {
    List<Object> values = new ArrayList<>(schema.columns().size());
    Collections.addAll(
        values,
        structureId,
        defect.kind().label(),
        defect.level(),
        defect.canonical(),
        replicate,
        seed,
        label);
    Collections.addAll(values, more);
    return TableRow.of(schema, values.toArray());
  }
}
