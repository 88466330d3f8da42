package org.laue.spark;

import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.descriptors.image.Imaging;
import org.laue.structure.Crystal;

/** Makes the supercells of variants; the cell of a structure is found once for all of them. */
final class VariantCells {
  private final FingerprintParameters parameters;
  private final Imaging unknown;
  private final Imaging standing;
  private final boolean asGiven;
  private final Imaging product;
  private final boolean onTheProductsRoad;
  private Crystal structure;
  private Crystal supercell;
  private UserException failure;

  VariantCells(FingerprintParameters parameters, boolean asGiven, double preparedSymprec) {
    this.parameters = parameters;
    this.unknown = new Imaging(parameters, false);
    this.standing = new Imaging(parameters, true);
    this.asGiven = asGiven;
    this.onTheProductsRoad = preparedSymprec > 0;
    this.product =
        onTheProductsRoad
            ? new Imaging(parameters.withCellSymprec(preparedSymprec), false)
            : unknown;
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
   * The image of a variant; one that was taken as given, and on the product's road every one, is
   * seen like any unknown crystal.
   */
  Imaging.Image image(Variant variant) {
    if (isAsGiven(variant.defect())) {
      return unknown.of(variant.crystal());
    }
    return onTheProductsRoad
        ? product.of(variant.crystal())
        : standing.of(variant.crystal().toCluster());
  }

  private boolean isAsGiven(DefectSpec defect) {
    return asGiven && defect.steps().isEmpty();
  }

  @SuppressWarnings("ReferenceEquality")
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
