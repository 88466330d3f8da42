package org.laue.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.api.rows.ImageRows;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.graph.GraphGenerator;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.pointcloud.PointCloudGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code laue fingerprint}: what the network sees of each structure, as NumPy array and picture.
 */
@Command(
    name = "fingerprint",
    description = {
      "Writes the diffraction fingerprint of each structure as NAME.npy (float32, 3 x 64 x 64) and"
          + " NAME.png: the image that classify shows the network. Or its point cloud, reciprocal"
          + " lattice points x, y, z with their intensities (float32, points x 4; joint probe:"
          + " x 5). Or its graph, a row for each bond with both atoms, counted from 0, their"
          + " elements and the length in angstrom (float32, bonds x 5).",
      "NAME is the file's name without ending; -POSITION follows it where a file holds several, and"
          + " its folder's name goes before it where that name is taken."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue fingerprint --output images *.cif",
      "  laue fingerprint --output images --as-is --mask 10 cluster.xyz",
      "  laue fingerprint --output clouds --descriptor pointcloud --probe neutron *.cif",
      "  laue fingerprint --output graphs --descriptor graph --nearest 12 *.cif"
    })
final class FingerprintCommand implements Callable<Integer> {
  @Mixin private StructureCommand command;

  @Mixin private FilesOptions files;

  @Mixin private ModelOptions model;

  /** What is made of a structure. */
  private enum Kind {
    IMAGE,
    POINTCLOUD,
    GRAPH
  }

  @Option(
      names = "--descriptor",
      paramLabel = "NAME",
      description = "image, pointcloud or graph (default: image).")
  private Kind kind = Kind.IMAGE;

  @Mixin private CloudOptions cloud;

  @Mixin private GraphOptions graph;

  @Option(
      names = "--mask",
      paramLabel = "PIXELS",
      description = "Radius of the dark disc in the middle (default: the model's).")
  private Double mask;

  @Option(
      names = "--bond-length",
      paramLabel = "RULE",
      description =
          "mean-nearest, first-shell, broad-shell or parent-shell (default: the model's).")
  private BondLength bondLength;

  @Override
  public Integer call() throws Exception {
    RowFunction rows =
        switch (kind) {
          case IMAGE -> images();
          case POINTCLOUD -> clouds();
          case GRAPH -> graphs();
        };
    return command.run("fingerprint", rows, rows.columns(), files.step());
  }

  private RowFunction images() throws IOException {
    Imaging imaging = model.laue().imaging();
    FingerprintParameters parameters = imaging.parameters();
    if (mask != null) {
      parameters = parameters.withRing(mask, parameters.outerRadiusPixels());
    }
    if (bondLength != null) {
      parameters = parameters.withBondLength(bondLength);
    }
    return new FingerprintRows(
        new ImageRows(new Imaging(parameters, imaging.takesAtomsAsTheyAre())));
  }

  private RowFunction graphs() {
    requireNothingOfImages("graph");
    return new GraphRows(new GraphGenerator(graph.settings()));
  }

  private void requireNothingOfImages(String descriptor) {
    if (mask != null || bondLength != null || model.takesAtomsAsTheyAre()) {
      throw new UserException(
          "--mask, --bond-length and --as-is are for images; a %s has no such thing"
              .formatted(descriptor));
    }
  }

  private RowFunction clouds() {
    requireNothingOfImages("point cloud");
    return new CloudRows(new PointCloudGenerator(cloud.settings(model.symprec())));
  }
}
