package org.laue.spark;

import java.io.IOException;
import java.util.List;
import org.laue.Kernel;
import org.laue.StableRandom;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.Fingerprint;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.ImageLikeness;
import org.laue.descriptors.image.Imaging;
import org.laue.descriptors.image.Speckle;
import org.laue.descriptors.image.Supercells;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;
import org.laue.tables.parquet.TableRow;
import org.laue.tables.parquet.TableSchema;
import org.laue.tables.rows.TableSchemas;

/** Diffraction images as rows of {@link TableSchemas#FINGERPRINTS}. */
final class ImageTable implements DescriptorTable {
  private static final long serialVersionUID = 1L;

  private final Imaging unknown;
  private final Imaging standing;

  ImageTable(Imaging imaging) {
    this.unknown = imaging;
    this.standing = new Imaging(imaging.parameters(), true);
  }

  @Override
  public Imaging descriptor() {
    return unknown;
  }

  @Override
  public TableSchema schema() {
    return TableSchemas.FINGERPRINTS;
  }

  @Override
  public TableRow row(Variant variant) {
    Imaging.Image made = image(variant);
    int atoms = made.cluster().atomCount();
    return row(variant, atoms, made.bondLengthAngstrom(), made.fingerprint());
  }

  /** A supercell that we built is seen as it stands, any other like an unknown crystal. */
  Imaging.Image image(Variant variant) {
    return variant.built()
        ? standing.of(variant.crystal().toCluster())
        : unknown.of(variant.crystal());
  }

  private TableRow row(Variant variant, int atoms, double bondLength, Fingerprint image) {
    float[] pixels = image.pixels();
    return variant.row(
        schema(),
        atoms,
        bondLength,
        new int[] {Fingerprint.CHANNELS, image.size(), image.size()},
        new ImageLikeness(image.size()).signature(pixels),
        image.mean(),
        pixels);
  }

  @Override
  public void views(Crystal structure, List<Variant> views, ViewDrawing drawing, RowTaker taker)
      throws IOException {
    FingerprintGenerator generator = unknown.generator();
    FingerprintParameters parameters = unknown.parameters();
    List<Crystal> corners =
        Kernel.STRUCTURES.time(() -> ClusterPreparation.supercells(structure, parameters));
    double bondLength = generator.bondLength(corners.get(corners.size() - 1).toCluster());
    double jitter = drawing.lengthJitter();
    for (Variant view : views) {
      StableRandom random = new StableRandom(view.seed());
      boolean first = view.replicate() == 0;
      double scale = first ? 1 : random.nextDouble(1 - jitter, 1 + jitter);
      Cluster seen = drawn(corners, first ? ViewDrawing.NONE : drawing, random).toCluster();
      // Squared: a third of the images have less than a tenth of it.
      double level = first ? 0 : drawing.background() * Math.pow(random.nextDouble(), 2);
      double length = bondLength * scale;
      float[] pixels = generator.of(seen, length).pixels();
      if (level > 0) {
        Speckle.add(pixels, parameters.detector(), level, random);
      }
      Fingerprint image = Fingerprint.of(parameters.pixels(), pixels);
      taker.take(row(view, seen.atomCount(), length, image));
    }
  }

  /**
   * @param corners of the supercell, the standard one last
   */
  private static Crystal drawn(List<Crystal> corners, ViewDrawing drawing, StableRandom random) {
    int corner = drawing.corners() ? random.nextInt(corners.size()) : corners.size() - 1;
    boolean faces = drawing.faces() && random.nextInt(2) == 1;
    return faces ? Supercells.withFacesDrawn(corners.get(corner), random) : corners.get(corner);
  }
}
