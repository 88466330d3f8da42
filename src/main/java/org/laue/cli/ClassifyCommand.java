package org.laue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.laue.api.Laue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code laue classify}: the class of each structure, how sure the network is, what warns. */
@Command(
    name = "classify",
    description = {
      "Names the crystal class of each structure, with probabilities, the baseline's space group at"
          + " the tight, medium and loose setting, and a warning where the model is out of its"
          + " depth.",
      "A broken supercell in any basis is recognised by its parent lattice."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue classify *.cif",
      "  laue classify --json relaxed/ > classes.jsonl",
      "  laue classify --model out/study/model --symprec 0.01 CONTCAR"
    })
final class ClassifyCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A trained model on any file system that Hadoop knows: its directory, or one with runs,"
              + " of which the last is taken; without it, the one that comes with Laue.")
  private String model = "";

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description =
          "Tolerance of the conventional cell: 0.01 to 0.1 for real cells, 1e-5 for exact ones"
              + " (default: ${DEFAULT-VALUE}).")
  private double symprec = Laue.DEFAULT_SYMPREC;

  @Option(
      names = "--as-is",
      description = "The atoms as given are the cluster: no conventional cell, no replication.")
  private boolean asIs;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Writes for each structure a picture of its fingerprint and of what decided.")
  private Path pictures;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String chosen =
        model.isEmpty()
            ? model
            : ModelChoice.of(StructureCommand.hadoop(), model, spec.commandLine().getErr());
    Laue laue = Laue.load(chosen, StructureCommand.hadoop()).withSymprec(symprec);
    ClassifyRows rows =
        new ClassifyRows(asIs ? laue.takingAtomsAsTheyAre() : laue, pictures != null);
    if (pictures == null) {
      return command.run("classify", rows, ClassifyRows.NARROW, RowStep.NONE);
    }
    Files.createDirectories(pictures);
    return command.run("classify", rows, ClassifyRows.NARROW, new ImageFiles(pictures));
  }
}
