package org.laue.spark;

import java.io.Serializable;
import java.util.OptionalInt;
import org.laue.Kernel;
import org.laue.UserException;
import org.laue.api.Laue;
import org.laue.descriptors.image.BondLength;
import org.laue.descriptors.image.ClusterPreparation;
import org.laue.descriptors.image.FingerprintParameters;
import org.laue.structure.Crystal;

/**
 * What the parent finder answers to a variant, as to a file whose origin nobody told.
 *
 * @param share of the structures that are asked about, in [0, 1]; the same ones in every run
 */
record ParentQuestion(double share) implements Serializable {
  private static final int DIGITS = 8;
  private static final double IDS = 0x1p32;
  private static final FingerprintParameters OF_FILES =
      FingerprintParameters.defaults()
          .withBondLength(BondLength.PARENT_SHELL)
          .withCellSymprec(Laue.DEFAULT_SYMPREC);

  /**
   * @param structureId hexadecimal, of at least eight digits
   */
  boolean isAskedOf(String structureId) {
    return Long.parseLong(structureId.substring(0, DIGITS), 16) / IDS < share;
  }

  /** The space group, 1 to 230; empty where no cell is found. */
  OptionalInt groupOf(Crystal variant) {
    try {
      return OptionalInt.of(
          Kernel.SYMMETRY.time(() -> ClusterPreparation.prepare(variant, OF_FILES).spaceGroup()));
    } catch (UserException e) {
      return OptionalInt.empty();
    }
  }
}
