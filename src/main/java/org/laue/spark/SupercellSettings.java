package org.laue.spark;

import java.io.Serializable;
import java.util.Map;
import org.laue.descriptors.image.FingerprintParameters;

/**
 * How large a supercell is built for a defect, and of which cell.
 *
 * @param targetAtoms it grows until it has at least this many
 * @param symprec tolerance of the conventional cell, angstrom
 */
public record SupercellSettings(int targetAtoms, double symprec) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The one that diffracts in an image. */
  public static SupercellSettings of(FingerprintParameters parameters) {
    return new SupercellSettings(parameters.targetAtoms(), parameters.cellSymprec());
  }

  Map<String, String> toMap() {
    return Map.of(
        "supercell.targetAtoms", Integer.toString(targetAtoms),
        "supercell.symprec", Double.toString(symprec));
  }
}
