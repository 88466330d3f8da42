package org.laue.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
import org.laue.structure.Dimensionality;
import org.laue.structure.Lattice;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.cell.SymmetryDataset;
import org.laue.symmetry.operations.SpglibCompat;
import org.laue.symmetry.operations.Tolerance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue symmetry}: the space group of each structure and what follows from it. */
@Command(
    name = "symmetry",
    description =
        "Finds the space group of each structure, with Spglib's meaning of the tolerances.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue symmetry POSCAR",
      "  laue symmetry --symprec 0.01 --csv cifs/ > groups.csv",
      "  laue symmetry --details --json quartz.cif"
    })
final class SymmetryCommand implements Callable<Integer> {
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
          "warning");

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

  @Mixin private StructureCommand command;

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description = "Distance within which atoms must map on atoms (default: ${DEFAULT-VALUE}).")
  private double symprec = 0.01;

  @Option(
      names = "--angle-tolerance",
      paramLabel = "DEGREES",
      description =
          "For the lattice's angles; not positive: by lengths (default: ${DEFAULT-VALUE}).")
  private double angleTolerance = -1;

  @Option(
      names = "--spglib",
      paramLabel = "RULE",
      description = "v2, or v1_9_9 for the rule of Spglib 1.9.9 (default: ${DEFAULT-VALUE}).")
  private SpglibCompat compat = SpglibCompat.V2;

  @Option(
      names = "--details",
      description =
          "Wyckoff positions, transformation, cells and operations as well; best with --json.")
  private boolean details;

  @Override
  public Integer call() throws Exception {
    Tolerance tolerance = new Tolerance(symprec, angleTolerance);
    List<String> columns = new ArrayList<>(COLUMNS);
    if (details) {
      columns.addAll(DETAILS);
    }
    return command.run("symmetry", columns, rows(tolerance, compat, details));
  }

  private static RowFunction rows(Tolerance tolerance, SpglibCompat compat, boolean details) {
    return structure -> row(structure, tolerance, compat, details);
  }

  private static List<Object> row(
      ParsedStructure structure, Tolerance tolerance, SpglibCompat compat, boolean details) {
    SymmetryDataset found = SymmetryFinder.symmetry(structure.inItsCell(), tolerance, compat);
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
