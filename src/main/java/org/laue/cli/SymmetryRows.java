package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.laue.api.Laue;
import org.laue.api.rows.RowFunction;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.structure.Dimensionality;
import org.laue.structure.Lattice;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;

/**
 * The space group of one structure and what follows from it, as a row.
 *
 * @param symprec see {@link Tolerance#symprec}, angstrom
 * @param angleTolerance see {@link Tolerance#angleTolerance}, degrees
 * @param details whether Wyckoff positions, cells and operations follow
 * @param parent whether the parent follows, and atoms without a cell are answered too
 */
record SymmetryRows(
    double symprec, double angleTolerance, SpglibCompat compat, boolean details, boolean parent)
    implements RowFunction {
  private static final List<String> COLUMNS =
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

  private static final List<String> DETAILS =
      List.of(
          "wyckoff_letters",
          "site_symmetries",
          "equivalent_atoms",
          "transformation_matrix",
          "origin_shift",
          "standard_cell",
          "niggli_lattice",
          "rotations",
          "translations");

  private static final List<String> NARROW =
      List.of(
          "number",
          "international",
          "point_group",
          "crystal_system",
          "hall_symbol",
          "formula",
          "atoms",
          "primitive_atoms",
          "warning");

  /** What fits beside each other on a screen; of the details all. */
  List<String> narrow() {
    return details ? List.of() : parent ? ParentColumns.NARROW : NARROW;
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (details) {
      columns.addAll(DETAILS);
    }
    if (parent) {
      columns.addAll(ParentColumns.NAMES);
    }
    return columns;
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    boolean cloud = parent && structure.cell().isEmpty();
    List<Object> row = cloud ? withoutCell(structure) : own(structure);
    if (parent) {
      row.addAll(ParentColumns.of(structure.requireElements().atoms()));
    }
    return row;
  }

  private List<Object> withoutCell(ParsedStructure structure) {
    int count = columns().size() - ParentColumns.NAMES.size();
    List<Object> row = new ArrayList<>(Collections.nCopies(count, null));
    row.set(columns().indexOf("formula"), structure.formula());
    row.set(columns().indexOf("atoms"), structure.atoms().atomCount());
    row.set(columns().indexOf("name"), structure.name());
    return row;
  }

  private List<Object> own(ParsedStructure structure) {
    Tolerance tolerance = new Tolerance(symprec, angleTolerance);
    SymmetryDataset found = Laue.symmetry(structure.inItsCell(), tolerance, compat);
    List<Object> row =
        new ArrayList<>(
            List.of(
                found.number(),
                found.hallNumber(),
                found.internationalShort(),
                found.pointGroup(),
                found.operations().size(),
                found.crystalSystem().toString().toLowerCase(java.util.Locale.ROOT),
                found.hallSymbol(),
                structure.formula(),
                found.crystal().atomCount(),
                found.primitiveCell().atomCount(),
                found.tolerance().symprec()));
    row.add(warning(structure));
    row.add(structure.name());
    if (details) {
      row.addAll(details(found));
    }
    return row;
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

  private static List<Object> details(SymmetryDataset found) {
    return List.of(
        found.wyckoffLetters(),
        found.siteSymmetries(),
        Arrays.stream(found.equivalentAtoms()).boxed().toList(),
        list(found.transformationMatrix()),
        list(found.originShift()),
        cell(found.standardCell(true)),
        list(found.niggliLattice().rows()),
        found.operations().stream()
            .map(operation -> Arrays.stream(operation.rotation()).boxed().toList())
            .toList(),
        found.operations().stream().map(operation -> list(operation.translation())).toList());
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** a, b, c, alpha, beta, gamma. */
  private static List<Double> cell(Crystal crystal) {
    Lattice lattice = crystal.lattice();
    List<Double> parameters = new ArrayList<>(list(lattice.lengths()));
    parameters.addAll(list(lattice.angles()));
    return parameters;
  }
}
