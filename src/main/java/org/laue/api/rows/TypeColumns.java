package org.laue.api.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laue.prototypes.StructureType;

/** A structure type as columns: its name, its AFLOW label, the lattice that it decorates. */
public final class TypeColumns {
  public static final List<String> NAMES =
      List.of("structure_type", "aflow_label", "underlying_lattice");

  private TypeColumns() {}

  /** A value for each name; nulls where there is no type, or no simpler lattice. */
  public static List<Object> of(Optional<StructureType> type) {
    return Arrays.asList(
        type.map(StructureType::label).orElse(null),
        type.map(StructureType::aflow).orElse(null),
        type.map(StructureType::lattice).filter(lattice -> !lattice.isEmpty()).orElse(null));
  }
}
