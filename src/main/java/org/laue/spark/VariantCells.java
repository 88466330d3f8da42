package org.laue.spark;

import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.structure.Crystal;

/** Makes the supercells of variants; the cell of a structure is found once for all of them. */
final class VariantCells {
  private final SupercellSettings settings;
  private final boolean asGiven;
  private Crystal structure;
  private Crystal supercell;
  private UserException failure;

  /**
   * @param asGiven whether pristine variants are the structures as they were given
   */
  VariantCells(SupercellSettings settings, boolean asGiven) {
    this.settings = settings;
    this.asGiven = asGiven;
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

  /** Whether the variant is the structure as it was given, and no supercell of it. */
  boolean isAsGiven(DefectSpec defect) {
    return asGiven && defect.steps().isEmpty();
  }

  @SuppressWarnings("ReferenceEquality")
  private Crystal supercell(Crystal given) {
    if (given != structure) {
      structure = given;
      failure = null;
      try {
        supercell = ClusterPreparation.supercell(given, settings.targetAtoms(), settings.symprec());
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
