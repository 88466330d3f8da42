package org.laue.cli;

import java.util.concurrent.Callable;
import org.laue.api.rows.SpaceGroupRows;
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
      "  laue symmetry --details --json quartz.cif",
      "  laue symmetry --parent relaxed-vacancy.vasp nanoparticle.xyz"
    })
final class SymmetryCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description = "Distance within which atoms must map on atoms (default: ${DEFAULT-VALUE}).")
  private double symprec = SpaceGroupRows.DEFAULT_SYMPREC;

  @Option(
      names = "--angle-tolerance",
      paramLabel = "DEGREES",
      description =
          "For the lattice's angles; not positive: by lengths (default: ${DEFAULT-VALUE}).")
  private double angleTolerance = -1;

  @Option(
      names = "--spglib",
      paramLabel = "RULE",
      description = "v2, or v1-9-9 for the rule of Spglib 1.9.9 (default: v2).")
  private SpglibCompat compat = SpglibCompat.V2;

  @Option(
      names = "--details",
      description =
          "Wyckoff positions, transformation, cells and operations as well; best with --json.")
  private boolean details;

  @Option(
      names = "--parent",
      description =
          "Also the crystal that broken, displaced or mixed atoms were made from, with its defects;"
              + " clusters without a cell in any orientation too.")
  private boolean parent;

  @Override
  public Integer call() throws Exception {
    SpaceGroupRows groups = new SpaceGroupRows(new Tolerance(symprec, angleTolerance), compat);
    SymmetryRows rows = new SymmetryRows(groups, details, parent);
    return command.run("symmetry", rows, rows.narrow(), RowStep.NONE);
  }
}
