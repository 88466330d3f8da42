package org.laue.cli;

import java.util.concurrent.Callable;
import org.laue.api.Laue;
import org.laue.formats.WritableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue heal}: the ideal crystal that broken atoms were made from, as a file. */
@Command(
    name = "heal",
    description = {
      "Writes the ideal crystal behind each structure: the conventional cell of the parent that its"
          + " atoms were made from, without vacancies, displacements or foreign atoms.",
      "A crystal that is no broken supercell is written as its own ideal cell. Files are named as"
          + " by fingerprint."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue heal --output ideal snapshot.extxyz",
      "  laue heal --output ideal --format poscar nanoparticle.xyz"
    })
final class HealCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Mixin private FilesOptions files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "cif, poscar, extxyz or aims (default: ${DEFAULT-VALUE}).")
  private String format = "cif";

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description =
          "Largest strain that an ideal lattice may take away (default: ${DEFAULT-VALUE}).")
  private double symprec = Laue.DEFAULT_SYMPREC;

  @Override
  public Integer call() throws Exception {
    HealRows rows = new HealRows(WritableFormat.named(format), symprec);
    return command.run("heal", rows, rows.columns(), files.step());
  }
}
