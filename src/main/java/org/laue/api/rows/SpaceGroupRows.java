package org.laue.api.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.laue.api.Laue;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Dimensionality;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/** The space group of one structure, as a row. */
public record SpaceGroupRows(Tolerance tolerance, SpglibCompat compat) implements RowFunction {
  /** What relaxed cells need, angstrom. */
  public static final double DEFAULT_SYMPREC = 0.01;

  private static final List<String> OWN =
      List.of(
          "number",
          "hall_number",
          "international",
          "point_group",
          "operations",
          "crystal_system",
          "hall_symbol",
          "formula",
          "atoms",
          "primitive_atoms",
          "symprec_used",
          "warning",
          "name");

  private static final List<String> COLUMNS =
      Stream.concat(OWN.stream(), TypeColumns.NAMES.stream()).toList();

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    return row(structure, dataset(structure));
  }

  /** What follows from the space group; a layer's is that of its cell as a crystal. */
  public SymmetryDataset dataset(ParsedStructure structure) {
    return Laue.symmetry(structure.inItsCell(), tolerance, compat);
  }

  /** The row where the space group is at hand. */
  public List<Object> row(ParsedStructure structure, SymmetryDataset found) {
    List<Object> row = new ArrayList<>(groupOf(structure, found));
    row.addAll(TypeColumns.of(Laue.structureType(found)));
    return row;
  }

  private static List<Object> groupOf(ParsedStructure structure, SymmetryDataset found) {
    return Arrays.asList(
        found.number(),
        found.hallNumber(),
        found.internationalShort(),
        found.pointGroup(),
        found.operations().size(),
        found.crystalSystem().toString().toLowerCase(Locale.ROOT),
        found.hallSymbol(),
        structure.formula(),
        found.crystal().atomCount(),
        found.primitiveCell().atomCount(),
        found.tolerance().symprec(),
        warning(structure),
        structure.name());
  }

  /** What was assumed, and what the cell holds in place of a crystal. */
  private static String warning(ParsedStructure structure) {
    List<String> warnings = new ArrayList<>(structure.warnings());
    if (structure.kind() == ParsedStructure.Kind.PARTLY_PERIODIC) {
      warnings.add("periodic in some directions only: the group is that of the cell as a crystal");
    }
    Dimensionality.of(structure.inItsCell()).warning().ifPresent(warnings::add);
    return warnings.isEmpty() ? null : String.join("; ", warnings);
  }
}
