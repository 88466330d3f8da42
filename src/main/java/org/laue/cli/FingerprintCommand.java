package org.laue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.laue.UserException;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.descriptors.image.NpyWriter;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.formats.io.ParsedStructure;
import org.laue.structure.Crystal;
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
          + " NAME.png.",
      "NAME is the file's name without ending; -POSITION follows it where a file holds several."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  laue fingerprint --output images *.cif",
      "  laue fingerprint --output images --as-is --mask 10 cluster.xyz"
    })
final class FingerprintCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("file", "formula", "atoms", "cluster_atoms", "bond_length_angstrom", "mean");

  @Mixin private StructureCommand command;

  @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path output;

  @Option(
      names = "--as-is",
      description = "The atoms as given are the cluster: no conventional cell, no replication.")
  private boolean asIs;

  @Option(
      names = "--mask",
      paramLabel = "PIXELS",
      description = "Radius of the dark disc in the middle (default: ${DEFAULT-VALUE}).")
  private double mask = FingerprintParameters.defaults().innerRadiusPixels();

  @Option(
      names = "--symprec",
      paramLabel = "ANGSTROM",
      description = "Tolerance of the conventional cell (default: ${DEFAULT-VALUE}).")
  private double symprec = 0.01;

  @Option(
      names = "--bond-length",
      paramLabel = "RULE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, as the paper).")
  private BondLength bondLength = BondLength.MEAN_NEAREST;

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(output);
    FingerprintParameters defaults = FingerprintParameters.defaults();
    FingerprintParameters parameters =
        defaults
            .withRing(mask, defaults.outerRadiusPixels())
            .withCellSymprec(symprec)
            .withBondLength(bondLength);
    FingerprintGenerator generator = new FingerprintGenerator(parameters);
    ImageFiles files = new ImageFiles(output);
    return command.run("fingerprint", COLUMNS, s -> row(s, generator), files);
  }

  private List<Object> row(ParsedStructure structure, FingerprintGenerator generator) {
    structure.requireElements();
    if (asIs || !(structure.atoms() instanceof Crystal crystal)) {
      requireAsIs(structure);
      double bond = generator.bondLength(structure.atoms());
      return row(
          structure, generator.of(structure.atoms(), bond), structure.atoms().atomCount(), bond);
    }
    PreparedCluster prepared = ClusterPreparation.prepare(crystal, generator.parameters());
    return row(
        structure,
        generator.of(prepared.cluster(), prepared.bondLengthAngstrom()),
        prepared.cluster().atomCount(),
        prepared.bondLengthAngstrom());
  }

  private void requireAsIs(ParsedStructure structure) {
    if (!asIs) {
      throw new UserException(
          structure.name() + " has no lattice in three directions; --as-is takes it as a cluster");
    }
  }

  private static List<Object> row(
      ParsedStructure structure, Fingerprint image, int clusterAtoms, double bond) {
    Picture files = (directory, name) -> write(image, directory, name);
    return List.of(
        files,
        structure.atoms().formula(),
        structure.atoms().atomCount(),
        clusterAtoms,
        bond,
        image.mean());
  }

  /** As NumPy array and as picture. */
  private static String write(Fingerprint image, Path directory, String name) throws IOException {
    try (OutputStream npy = Files.newOutputStream(directory.resolve(name + ".npy"))) {
      NpyWriter.write(image, npy);
    }
    try (OutputStream png = Files.newOutputStream(directory.resolve(name + ".png"))) {
      FingerprintPng.write(image, png);
    }
    return name + ".npy";
  }
}
