package org.laue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.api.rows.ClassifyRows;
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
      "  laue classify --classes types *.cif",
      "  laue classify --model out/study/model --symprec 0.01 CONTCAR"
    })
final class ClassifyCommand implements Callable<Integer> {
  /** What fits beside each other on a screen. */
  static final List<String> NARROW =
      List.of(
          "name",
          "picture",
          "verdict",
          "probability",
          "space_group",
          "structure_type",
          "formula",
          "atoms",
          "occupancy",
          "warnings");

  @Mixin private StructureCommand command;

  @Mixin private ModelOptions model;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Writes for each structure a picture of its fingerprint and of what decided.")
  private Path pictures;

  @Override
  public Integer call() throws Exception {
    ClassifyRows rows = new ClassifyRows(model.laue());
    if (pictures == null) {
      return command.run("classify", rows, NARROW, RowStep.NONE);
    }
    Files.createDirectories(pictures);
    return command.run("classify", new PicturedRows(rows), NARROW, new ImageFiles(pictures));
  }
}
