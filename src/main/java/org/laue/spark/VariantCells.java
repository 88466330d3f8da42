package org.laue.spark;

import org.laue.Kernel;
import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintGenerator;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.PreparedCluster;
import org.laue.structure.Cluster;
import org.laue.structure.Crystal;

/** Makes the supercells of variants; the cell of a structure is found once for all of them. */
final class VariantCells {
  private final FingerprintParameters parameters;
  private final FingerprintGenerator generator;
  private final boolean asGiven;
  private final double preparedSymprec;
  private Crystal structure;
  private Crystal supercell;
  private UserException failure;

  VariantCells(FingerprintParameters parameters, boolean asGiven, double preparedSymprec) {
    this.parameters = parameters;
    this.generator = new FingerprintGenerator(parameters);
    this.asGiven = asGiven;
    this.preparedSymprec = preparedSymprec;
  }

  /**
   * What diffracts.
   *
   * @param bondLengthAngstrom length that becomes 1
   */
  record Diffracting(Cluster cluster, double bondLengthAngstrom) {}

  FingerprintGenerator generator() {
    return generator;
  }

  /**
   * The periodic atoms of a variant.
   *
   * @throws UserException if the structure has no usable cell or the defect does not apply to it
   */
  Crystal of(Crystal given, DefectSpec defect, long seed) {
    if (isAsGiven(defect)) {
      return given;
    }
    Crystal pristine = supercell(given);
    double nearest =
        defect.needsNearestNeighbour() ? BondLength.FIRST_SHELL.of(pristine) : Double.NaN;
    return defect.apply(pristine, seed, nearest);
  }

  /**
   * The cluster of a variant; one that was taken as given, and on the product's road every one, is
   * made ready like any unknown crystal.
   */
  Diffracting diffracting(Variant variant) {
    if (isAsGiven(variant.defect())) {
      return prepared(variant.crystal(), parameters);
    }
    if (preparedSymprec > 0) {
      return prepared(variant.crystal(), parameters.withCellSymprec(preparedSymprec));
    }
    Cluster cluster = variant.crystal().toCluster();
    return new Diffracting(cluster, generator.bondLength(cluster));
  }

  private static Diffracting prepared(Crystal unknown, FingerprintParameters by) {
    PreparedCluster prepared =
        Kernel.STRUCTURES.time(() -> ClusterPreparation.prepare(unknown, by));
    return new Diffracting(prepared.cluster(), prepared.bondLengthAngstrom());
  }

  private boolean isAsGiven(DefectSpec defect) {
    return asGiven && defect.steps().isEmpty();
  }

  private Crystal supercell(Crystal given) {
    if (given != structure) {
      structure = given;
      failure = null;
      try {
        supercell = ClusterPreparation.supercell(given, parameters);
      } catch (UserException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return supercell;
  }
}
