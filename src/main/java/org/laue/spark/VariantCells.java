package org.laue.spark;

import org.laue.UserException;
import org.laue.defects.DefectSpec;
import org.laue.fingerprints.BondLength;
import org.laue.fingerprints.FingerprintGenerator;
import org.laue.fingerprints.FingerprintParameters;
import org.laue.fingerprints.StandardOrientation;
import org.laue.fingerprints.Supercells;
import org.laue.structure.Crystal;
import org.laue.symmetry.SymmetryFinder;
import org.laue.symmetry.Tolerance;

/** Makes the supercells of variants; the cell of a structure is found once for all of them. */
final class VariantCells {
  private final FingerprintParameters parameters;
  private final FingerprintGenerator generator;
  private Crystal structure;
  private Crystal supercell;
  private UserException failure;

  VariantCells(FingerprintParameters parameters) {
    this.parameters = parameters;
    this.generator = new FingerprintGenerator(parameters);
  }

  FingerprintGenerator generator() {
    return generator;
  }

  /**
   * The variant of a structure.
   *
   * @throws UserException if the structure has no usable cell or the defect does not apply to it
   */
  Crystal of(Crystal given, DefectSpec defect, long seed) {
    if (given != structure) {
      prepare(given);
    }
    if (failure != null) {
      throw failure;
    }
    double nearest =
        defect.needsNearestNeighbour() ? BondLength.FIRST_SHELL.of(supercell) : Double.NaN;
    return defect.apply(supercell, seed, nearest);
  }

  private void prepare(Crystal given) {
    structure = given;
    failure = null;
    try {
      Crystal conventional =
          SymmetryFinder.symmetry(given, Tolerance.of(parameters.cellSymprec()))
              .standardCell(false);
      supercell = Supercells.build(StandardOrientation.of(conventional), parameters.targetAtoms());
    } catch (UserException e) {
      failure = e;
    }
  }
}
