package org.laue.spark;

import java.io.Serializable;
import org.laue.tables.rows.StructureRow;

/** Finds what a structure is, or why it must not go into the table. */
@FunctionalInterface
interface StructureLabels extends Serializable {
  /**
   * @throws org.laue.UserException whose message becomes the reason in the rejects
   */
  StructureRow label(StructureRow structure);
}
