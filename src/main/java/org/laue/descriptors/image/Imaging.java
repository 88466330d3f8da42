package org.laue.descriptors.image;

import java.util.Map;
import java.util.Optional;
import org.laue.Kernel;
import org.laue.descriptors.Descriptor;
import org.laue.descriptors.Likeness;
import org.laue.structure.Atoms;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

/**
 * The one way from a structure to its image. A crystal is made ready first ({@link
 * ClusterPreparation}); a finite cluster, and a crystal that is to be taken as it is, diffracts as
 * it stands. Thread-safe.
 */
public final class Imaging implements Descriptor {
  private static final long serialVersionUID = 1L;

  /** In tables, models and commands. */
  public static final String NAME = "image";

  private final FingerprintParameters parameters;
  private final transient FingerprintGenerator generator;
  private final boolean asIs;

  /**
   * @param asIs whether crystals too are taken as they stand: no conventional cell, no replication
   */
  public Imaging(FingerprintParameters parameters, boolean asIs) {
    this.parameters = parameters;
    this.generator = new FingerprintGenerator(parameters);
    this.asIs = asIs;
  }

  /**
   * A structure's image.
   *
   * @param cluster what diffracted
   * @param bondLengthAngstrom length that became 1
   * @param prepared how a crystal was made ready; empty for atoms that were taken as they stand
   */
  public record Image(
      Fingerprint fingerprint,
      Atoms cluster,
      double bondLengthAngstrom,
      Optional<PreparedCluster> prepared) {}

  public FingerprintParameters parameters() {
    return parameters;
  }

  /** What makes its images of clusters that are ready. */
  public FingerprintGenerator generator() {
    return generator;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String table() {
    return "fingerprints";
  }

  @Override
  public Imaging withTolerancesOf(Descriptor other) {
    return other instanceof Imaging that
        ? new Imaging(parameters.withCellSymprec(that.parameters.cellSymprec()), asIs)
        : this;
  }

  @Override
  public Map<String, String> settings() {
    return parameters.toMap();
  }

  /** Channel = rotations about x, y, z; row = detector y; column = detector x. */
  @Override
  public int[] shape() {
    return new int[] {Fingerprint.CHANNELS, parameters.pixels(), parameters.pixels()};
  }

  @Override
  public float[] values(Atoms structure) {
    return of(structure).fingerprint().pixels();
  }

  @Override
  public Optional<Likeness> likeness() {
    return Optional.of(new ImageLikeness(parameters.pixels()));
  }

  public boolean takesAtomsAsTheyAre() {
    return asIs;
  }

  /**
   * @throws org.laue.UserException if no cell or no bond length can be found, or an element has no
   *     form factor
   */
  public Image of(Atoms atoms) {
    Optional<PreparedCluster> prepared =
        asIs ? Optional.empty() : Kernel.STRUCTURES.time(() -> prepared(atoms));
    return prepared
        .map(cluster -> image(cluster.cluster(), cluster.bondLengthAngstrom(), prepared))
        .orElseGet(() -> image(atoms, generator.bondLength(atoms), Optional.empty()));
  }

  /** Empty for atoms without a cell in which no lattice is found. */
  private Optional<PreparedCluster> prepared(Atoms atoms) {
    return atoms instanceof Crystal crystal
        ? Optional.of(ClusterPreparation.prepare(crystal, parameters()))
        : ClusterPreparation.prepare((Cluster) atoms, parameters());
  }

  private Object readResolve() {
    return new Imaging(parameters, asIs);
  }

  private Image image(Atoms cluster, double bondLength, Optional<PreparedCluster> prepared) {
    Fingerprint fingerprint = generator.of(cluster, bondLength);
    return new Image(fingerprint, cluster, bondLength, prepared);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Imaging that && parameters.equals(that.parameters) && asIs == that.asIs;
  }

  @Override
  public int hashCode() {
    return 31 * parameters.hashCode() + Boolean.hashCode(asIs);
  }
}
