package org.laue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code laue fingerprint}: the diffraction image of each structure, as NumPy array and picture.
 */
@Command(
    name = "fingerprint",
    description = {
      "Writes the diffraction fingerprint of each structure as NAME.npy (float32, 3 x 64 x 64) and"
          + " NAME.png: the image that classify shows the network.",
      "NAME is the file's name without ending; -POSITION follows it where a file holds several, and"
          + " its folder's name goes before it where that name is taken."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue fingerprint --output images *.cif",
      "  laue fingerprint --output images --as-is --mask 10 cluster.xyz"
    })
final class FingerprintCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path output;

  @Mixin private ModelOptions model;

  @Option(
      names = "--mask",
      paramLabel = "PIXELS",
      description = "Radius of the dark disc in the middle (default: the model's).")
  private Double mask;

  @Option(
      names = "--bond-length",
      paramLabel = "RULE",
      description = "${COMPLETION-CANDIDATES} (default: the model's).")
  private BondLength bondLength;

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(output);
    Imaging imaging = model.laue().imaging();
    FingerprintParameters parameters = imaging.parameters();
    if (mask != null) {
      parameters = parameters.withRing(mask, parameters.outerRadiusPixels());
    }
    if (bondLength != null) {
      parameters = parameters.withBondLength(bondLength);
    }
    FingerprintRows rows =
        new FingerprintRows(new Imaging(parameters, imaging.takesAtomsAsTheyAre()));
    return command.run("fingerprint", rows, rows.columns(), new ImageFiles(output));
  }
}
