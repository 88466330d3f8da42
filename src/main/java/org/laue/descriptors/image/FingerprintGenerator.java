package org.laue.descriptors.image;

import org.laue.Kernel;
import org.laue.UserException;
import org.laue.structure.Atoms;

/**
 * Makes fingerprints of clusters: bond length, scaling, diffraction in six orientations, ring mask,
 * sum of the two patterns of a channel and one scale from 0 to 1 for all three (Ziletti et al.,
 * Nat. Commun. 9, 2775, 2018, as coded). Thread-safe; keep one and use it often.
 */
public final class FingerprintGenerator {
  private final FingerprintParameters parameters;
  private final Diffraction diffraction;

  public FingerprintGenerator(FingerprintParameters parameters) {
    this.parameters = parameters;
    this.diffraction = new Diffraction(parameters.detector());
  }

  public FingerprintParameters parameters() {
    return parameters;
  }

  /**
   * The fingerprint of the atoms as they stand: no conventional cell, no replication. A lattice
   * serves for the bond length only; the cluster that diffracts is finite.
   *
   * @throws UserException if an element has no form factor or no two atoms are in reach
   */
  public Fingerprint of(Atoms cluster) {
    return of(cluster, bondLength(cluster));
  }

  /** Bond length of a cluster in angstrom by the rule of the parameters. */
  public double bondLength(Atoms cluster) {
    return Kernel.FINGERPRINT.time(() -> parameters.bondLength().of(cluster));
  }

  /** Like {@link #of(Atoms)} with a bond length in angstrom that is already known. */
  public Fingerprint of(Atoms cluster, double bondLengthAngstrom) {
    if (!(bondLengthAngstrom > 0)) {
      throw new UserException("Bond length must be positive, was " + bondLengthAngstrom);
    }
    double[] scaled = cluster.cartesian();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= bondLengthAngstrom;
    }
    return Kernel.FINGERPRINT.time(() -> ofScaled(cluster.atomicNumbers(), scaled));
  }

  /**
   * The fingerprint of positions that are already in bond lengths.
   *
   * @param atomicNumbers true atomic numbers [N]
   * @param scaled [3 N], atom by atom; not changed
   */
  public Fingerprint ofScaled(int[] atomicNumbers, double[] scaled) {
    FormFactors.requireKnown(atomicNumbers);
    int size = parameters.pixels();
    float[] pixels = new float[Fingerprint.CHANNELS * size * size];
    diffraction.normalised(atomicNumbers, scaled, pixels);
    return Fingerprint.owning(size, pixels);
  }
}
