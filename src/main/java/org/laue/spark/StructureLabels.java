package org.laue.spark;

import java.io.Serializable;
import java.util.Optional;
import org.laue.tables.rows.StructureRow;

/** Finds what a structure is, or why it must not go into the table. */
@FunctionalInterface
interface StructureLabels extends Serializable {
  /**
   * @throws org.laue.UserException whose message becomes the reason in the rejects
   */
  StructureRow label(StructureRow structure);

  /** Why a structure that goes into the table is of no class, to be counted; or empty. */
  default Optional<String> withoutClass(StructureRow labelled) {
    return Optional.empty();
  }
}
