package org.laue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.laue.api.rows.RowFunction;
import org.laue.descriptors.NpyWriter;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintPng;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.formats.io.ParsedStructure;

/** The image of one structure with what is to be known of it. */
record FingerprintRows(Imaging imaging) implements RowFunction {
  @Override
  public List<String> columns() {
    return List.of(
        "file",
        "formula",
        "atoms",
        "cluster_atoms",
        "bond_length_angstrom",
        "mean",
        "space_group",
        "warning");
  }

  @Override
  public List<Object> apply(ParsedStructure structure) {
    Imaging.Image image = imaging.of(structure.requireElements().atoms());
    return Arrays.asList(
        files(image.fingerprint()),
        structure.atoms().formula(),
        structure.atoms().atomCount(),
        image.cluster().atomCount(),
        image.bondLengthAngstrom(),
        image.fingerprint().mean(),
        image.prepared().map(PreparedCluster::spaceGroup).orElse(null),
        warning(structure, image));
  }

  private String warning(ParsedStructure structure, Imaging.Image image) {
    boolean oriented = imaging.takesAtomsAsTheyAre() || image.prepared().isPresent();
    return (oriented
            ? structure
            : structure.withWarning(
                "no lattice in three directions: taken in the orientation in which it was given"))
        .warning();
  }

  /** As NumPy array and as picture. */
  private static PictureFiles files(Fingerprint image) {
    try (ByteArrayOutputStream npy = new ByteArrayOutputStream();
        ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      int[] shape = {Fingerprint.CHANNELS, image.size(), image.size()};
      NpyWriter.write(image.pixels(), shape, npy);
      FingerprintPng.write(image, png);
      return new PictureFiles().with(".npy", npy.toByteArray()).with(".png", png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
