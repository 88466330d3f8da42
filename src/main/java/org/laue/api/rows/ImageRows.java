package org.laue.api.rows;

import java.util.Arrays;
import java.util.List;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.formats.io.ParsedStructure;

/** What is to be known of the image of one structure, as a row. */
public record ImageRows(Imaging imaging) implements RowFunction {
  @Override
  public List<String> columns() {
    return List.of(
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
    return row(structure, image(structure));
  }

  /** The image; the structure must name its elements. */
  public Imaging.Image image(ParsedStructure structure) {
    return imaging.of(structure.requireElements().atoms());
  }

  /** The row where the image is at hand. */
  public List<Object> row(ParsedStructure structure, Imaging.Image image) {
    return Arrays.asList(
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
}
