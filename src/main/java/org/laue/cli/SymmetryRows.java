package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.laue.api.rows.RowFunction;
import org.laue.api.rows.SpaceGroupRows;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.structure.Lattice;
import org.laue.symmetry.cell.SymmetryDataset;

/**
 * The space group of one structure and what follows from it, as a row.
 *
 * @param groups what comes first
 * @param details whether Wyckoff positions, cells and operations follow
 * @param parent whether the parent follows, and atoms without a cell are answered too
 */
record SymmetryRows(SpaceGroupRows groups, boolean details, boolean parent) implements RowFunction {
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
          "name",
          "number",
          "international",
          "point_group",
          "crystal_system",
          "structure_type",
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
    List<String> columns = new ArrayList<>(groups.columns());
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
    SymmetryDataset found = groups.dataset(structure);
    List<Object> row = new ArrayList<>(groups.row(structure, found));
    if (details) {
      row.addAll(details(found));
    }
    return row;
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
