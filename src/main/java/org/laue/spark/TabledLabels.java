package org.laue.spark;

import java.util.Optional;
import org.laue.tables.rows.StructureRow;

/** Labels of structures of which tables say more than their sources do. */
record TabledLabels(LabelTables tables, StructureLabels labels) implements StructureLabels {
  private static final long serialVersionUID = 1L;

  @Override
  public StructureRow label(StructureRow structure) {
    return labels.label(tables.with(structure));
  }

  @Override
  public Optional<String> withoutClass(StructureRow labelled) {
    return labels.withoutClass(labelled);
  }
}
