package org.laue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.laue.UserException;
import org.laue.api.HadoopModelFiles;
import org.laue.api.Laue;
import org.laue.api.ModelLocation;
import org.laue.learning.CrystalModel;
import org.laue.tables.runs.CompleteRun;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which model is asked, and how structures become what it sees. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A trained model on any file system that Hadoop knows: its directory, or one with runs,"
              + " of which the last is taken; without it, the one that comes with Laue.")
  private String model = "";

  @Option(
      names = "--classes",
      paramLabel = "SCHEME",
      description =
          "The classes of the model that comes with Laue: paper, seven by space group (default), or"
              + " types, 128 structure types.")
  private String classes = "";

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

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  private void say(CompleteRun run) {
    say(spec.commandLine().getErr(), run);
  }

  /** Which run of a model is taken, where nobody named it. */
  static void say(PrintWriter err, CompleteRun run) {
    err.printf("laue: takes the model of %s: %s%n", run.manifest().finishedAt(), run.shownPath());
  }

  /** Angstrom. */
  double symprec() {
    return symprec;
  }

  boolean takesAtomsAsTheyAre() {
    return asIs;
  }

  Laue laue() throws IOException {
    String place = chosen();
    return asAsked(
        classes.isEmpty() ? Laue.load(place, StructureCommand.hadoop()) : Laue.shipped(classes));
  }

  /** A model that makes its images as the options say. */
  Laue asAsked(Laue laue) {
    return asIs ? laue.withSymprec(symprec).takingAtomsAsTheyAre() : laue.withSymprec(symprec);
  }

  /** The model alone, which may look at other things than images. */
  CrystalModel crystalModel() throws IOException {
    return model.isEmpty()
        ? laue().model()
        : CrystalModel.load(HadoopModelFiles.at(StructureCommand.hadoop(), chosen()));
  }

  private String chosen() throws IOException {
    if (!classes.isEmpty() && !model.isEmpty()) {
      throw new UserException(
          "--classes names a model that comes with Laue, --model one of yours; take one of them");
    }
    return model.isEmpty()
        ? model
        : ModelLocation.find(StructureCommand.hadoop(), model, this::say);
  }
}
