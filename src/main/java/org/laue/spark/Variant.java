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
 * @param crystal periodic supercell
 * @param label class of the structure, or null
 */
record Variant(
    String structureId,
    DefectSpec defect,
    int replicate,
    long seed,
    String label,
    Crystal crystal) {

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
