package org.laue.defects;

import java.io.Serializable;
import org.laue.StableRandom;
import org.laue.structure.Crystal;

/** One kind of damage at one level; immutable. */
public sealed interface Defect extends Serializable
    permits Vacancies, Displacement, ScaledDisplacement, Substitution, BccToScVacancies, Rotation {

  DefectKind kind();

  /** Angstrom for displacements, degrees for rotations, a fraction for all others. */
  double level();

  /** Text that {@link DefectSpec#parse} reads back, for instance {@code vacancy 0.25}. */
  default String canonical() {
    return kind().label() + " " + Levels.format(level());
  }

  /**
   * The damaged crystal; the given one stays as it is.
   *
   * @param nearestNeighbourAngstrom of the undamaged supercell; only {@link ScaledDisplacement}
   *     looks at it
   */
  Crystal apply(Crystal supercell, StableRandom random, double nearestNeighbourAngstrom);
}
